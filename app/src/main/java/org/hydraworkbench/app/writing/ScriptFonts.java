package org.hydraworkbench.app.writing;

import com.ibm.icu.lang.UScript;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import javafx.scene.image.WritableImage;
import javafx.scene.image.WritablePixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * What the fonts of this computer do with a script. JavaFX does not tell, so it is asked by what it draws and measures. Call on the JavaFX
 * thread; an answer takes some milliseconds.
 */
public final class ScriptFonts {

    /** Large enough for widths to differ by more than they are rounded. */
    private static final double SIZE = 40;

    private static final int LETTERS = 5;

    /** Among so many characters are the next letters of a script. */
    private static final int NEAR = 100;

    private static final String MARKS = ".,:!?\"'()[]/";

    /** Families of which one is on most computers, and which have letters of many scripts beside their marks. */
    private static final List<String> WIDE = List.of("DejaVu Sans", "Arial", "Tahoma", "FreeSans", "Liberation Sans");

    private ScriptFonts() {}

    /**
     * The family in which texts in all these scripts are shown, and in the right order; empty where the font of the desktop does, or none of
     * those that are tried. On Linux JavaFX (seen with 26) puts words from right to left and the marks between them in the wrong order when
     * they are of two fonts, as they are where the font of the desktop has no letters of the script: “.” stands before the word that it ends.
     */
    public static String family(Collection<UnicodeScript> scripts) {
        Stream<String> named = scripts.stream().map(script -> "Noto Sans " + UScript.getName(code(script)).replace('_', ' '));
        return serves("", scripts)
                ? ""
                : Stream.concat(WIDE.stream(), named).filter(ScriptFonts::isThere).filter(one -> serves(one, scripts)).findFirst().orElse("");
    }

    private static boolean isThere(String family) {
        return Font.font(family, SIZE).getFamily().equals(family);
    }

    private static boolean serves(String family, Collection<UnicodeScript> scripts) {
        return scripts.stream().allMatch(script -> shows(family, script) && keepsOrder(family, script));
    }

    /** Whether letters of a script are shown, and not one box for all of them. */
    public static boolean shows(String family, UnicodeScript script) {
        Font font = font(family);
        List<String> letters = letters(script);
        return letters.size() < 2
                || letters.stream().map(letter -> width(font, letter)).distinct().count() > 1
                || letters.stream().map(letter -> picture(font, letter)).distinct().count() > 1;
    }

    private static Font font(String family) {
        return family.isEmpty() ? Font.font(SIZE) : Font.font(family, SIZE);
    }

    /** A letter that stands for the script, and those that follow it. */
    private static List<String> letters(UnicodeScript script) {
        int code = code(script);
        String sample = code == UScript.INVALID_CODE ? "" : UScript.getSampleString(code);
        if (sample.isEmpty()) {
            return List.of();
        }
        int first = sample.codePointAt(0);
        return IntStream.range(first, first + NEAR)
                .filter(point -> UnicodeScript.of(point) == script && Character.isLetter(point))
                .limit(LETTERS)
                .mapToObj(Character::toString)
                .toList();
    }

    private static int code(UnicodeScript script) {
        return UScript.getCodeFromName(script.name());
    }

    private static double width(Font font, String text) {
        return text(font, text).getLayoutBounds().getWidth();
    }

    private static Text text(Font font, String written) {
        Text text = new Text(written);
        text.setFont(font);
        return text;
    }

    private static List<Integer> picture(Font font, String letter) {
        WritableImage image = text(font, letter).snapshot(null, null);
        int width = (int) image.getWidth();
        int[] pixels = new int[width * (int) image.getHeight()];
        image.getPixelReader().getPixels(0, 0, width, (int) image.getHeight(), WritablePixelFormat.getIntArgbInstance(), pixels, 0, width);
        return Arrays.stream(pixels).boxed().toList();
    }

    /** Whether letters of a script and marks behind them stand in the right order; those from left to right do. */
    public static boolean keepsOrder(String family, UnicodeScript script) {
        List<String> letters = letters(script);
        int code = code(script);
        return letters.isEmpty()
                || !UScript.isRightToLeft(code)
                || MARKS.chars().allMatch(mark -> keepsOrder(font(family), letters.getFirst(), Character.toString(mark)));
    }

    /** In the wrong order JavaFX believes the mark to be as wide as the letter, and the letter as the mark. */
    private static boolean keepsOrder(Font font, String letter, String mark) {
        Text both = text(font, letter + mark);
        both.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        Path place = new Path(both.rangeShape(letter.length(), letter.length() + 1));
        place.setStroke(null);
        place.setFill(Color.BLACK); // what has neither is nowhere
        double width = place.getLayoutBounds().getWidth();
        return Math.abs(width - width(font, mark)) <= Math.abs(width - width(font, letter));
    }
}
