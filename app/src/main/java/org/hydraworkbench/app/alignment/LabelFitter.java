package org.hydraworkbench.app.alignment;

import java.text.BreakIterator;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Measures labels and shortens them with an ellipsis, never inside a character that a reader sees as one. */
final class LabelFitter {

    private static final String ELLIPSIS = "…";
    /** Room that was made for a text comes back from rounding a little smaller. */
    static final double TOLERANCE = 0.5;

    private static final int REMEMBERED = 4000;

    private record Key(String text, int room) {}

    private final Font font;
    private final Text ruler = new Text();
    private final Map<Key, String> fitted = new HashMap<>();
    private final Map<String, Double> widths = new HashMap<>();

    LabelFitter(Font font) {
        this.font = font;
        ruler.setFont(font);
    }

    Font font() {
        return font;
    }

    /** The width of a text in pixels. */
    double width(String text) {
        if (widths.size() > REMEMBERED) {
            widths.clear();
        }
        return widths.computeIfAbsent(text, t -> {
            ruler.setText(t);
            return ruler.getLayoutBounds().getWidth();
        });
    }

    double lineHeight() {
        ruler.setText("Ṣg");
        return ruler.getLayoutBounds().getHeight();
    }

    /** The text itself, or as much of its beginning as fits into {@code room} pixels with an ellipsis. */
    String fit(String text, double room) {
        if (width(text) <= room + TOLERANCE) {
            return text;
        }
        if (fitted.size() > REMEMBERED) {
            fitted.clear();
        }
        return fitted.computeIfAbsent(new Key(text, (int) room), k -> shortened(text, room));
    }

    private String shortened(String text, double room) {
        BreakIterator characters = BreakIterator.getCharacterInstance();
        characters.setText(text);
        String best = ELLIPSIS;
        for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
            String candidate = text.substring(0, end).stripTrailing() + ELLIPSIS;
            if (width(candidate) > room + TOLERANCE) {
                break;
            }
            best = candidate;
        }
        return best;
    }
}
