package org.hydraworkbench.document.format;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.document.tags.TaggedText;
import org.jspecify.annotations.Nullable;

/** Character references of XML and HTML ({@code &amp;}, {@code &#233;}), read and written. */
final class Entities {

    private static final Pattern REFERENCE = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]*));");

    /** The names that HTML gives to the characters from U+00A0 to U+00FF. */
    private static final String LATIN_1 = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3"
            + " acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil"
            + " Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc"
            + " Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml"
            + " eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

    private static final Map<String, Integer> XML = Map.of("amp", (int) '&', "lt", (int) '<', "gt", (int) '>', "quot", (int) '"', "apos", (int) '\'');

    private static final Map<String, Integer> HTML = new HashMap<>(XML);

    static {
        int c = 0xA0;
        for (String name : LATIN_1.split(" ")) {
            HTML.put(name, c++);
        }
        HTML.putAll(Map.of("ndash", 0x2013, "mdash", 0x2014, "lsquo", 0x2018, "rsquo", 0x2019, "ldquo", 0x201C, "rdquo", 0x201D,
                "hellip", 0x2026, "bull", 0x2022, "euro", 0x20AC, "trade", 0x2122));
    }

    private Entities() {}

    /** Adds written text to a text. A reference to a character that is not known here stays as it is, as a tag. */
    static void read(String written, TaggedText.Builder into, boolean html) {
        Matcher reference = REFERENCE.matcher(written);
        int from = 0;
        while (reference.find()) {
            into.text(written.substring(from, reference.start()));
            from = reference.end();
            Integer c = character(reference, html ? HTML : XML);
            if (c == null) {
                into.letter(reference.group());
            } else {
                into.text(Character.toString(c));
            }
        }
        into.text(written.substring(from));
    }

    private static @Nullable Integer character(Matcher reference, Map<String, Integer> names) {
        String decimal = reference.group(1);
        String hexadecimal = reference.group(2);
        if (decimal == null && hexadecimal == null) {
            return names.get(reference.group(3));
        }
        int c = decimal == null ? Integer.parseInt(hexadecimal, 16) : Integer.parseInt(decimal);
        return Character.isValidCodePoint(c) && c != 0 && Character.getType(c) != Character.SURROGATE ? c : null;
    }

    /** Text as it is written between tags of a file; what its encoding does not have is written as a reference. */
    static String write(String text, SourceText file, boolean html) {
        StringBuilder written = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> written.append("&amp;");
                case '<' -> written.append("&lt;");
                case '>' -> written.append("&gt;");
                default -> {
                    if (html && c == 0xA0) {
                        written.append("&nbsp;");
                    } else if (c < 0x80 || file.canWrite(c)) {
                        written.appendCodePoint(c);
                    } else {
                        written.append("&#").append(c).append(';');
                    }
                }
            }
        });
        return written.toString();
    }
}
