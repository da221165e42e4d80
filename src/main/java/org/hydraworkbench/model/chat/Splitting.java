package org.hydraworkbench.model.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hydraworkbench.text.PythonText;

/** Texts in parts. */
final class Splitting {

    private static final String LINE_ENDS = "\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029";

    private Splitting() {}

    /**
     * What stands between white space.
     *
     * @param most how many times it is split at most, -1 for everywhere
     * @param fromEnd whether it is split from the end
     */
    static List<Object> words(String text, int most, boolean fromEnd) {
        List<Object> words = new ArrayList<>();
        String rest = StringMethods.strip(text, null, !fromEnd, fromEnd);
        while (!rest.isEmpty()) {
            int cut = words.size() == most ? -1 : space(rest, fromEnd);
            if (cut < 0) {
                words.add(rest);
                break;
            }
            words.add(fromEnd ? rest.substring(cut + 1) : rest.substring(0, cut));
            rest = StringMethods.strip(fromEnd ? rest.substring(0, cut) : rest.substring(cut), null, !fromEnd, fromEnd);
        }
        return fromEnd ? turned(words) : words;
    }

    /** Where the first or last white space is, or -1; all of it lies in the basic plane. */
    private static int space(String text, boolean last) {
        for (int k = 0; k < text.length(); k++) {
            int at = last ? text.length() - 1 - k : k;
            if (PythonText.isSpace(text.charAt(at))) {
                return at;
            }
        }
        return -1;
    }

    /** What stands between the places of a separator. */
    static List<Object> at(String text, String separator, int most, boolean fromEnd) {
        checkSeparator(separator);
        List<Object> parts = new ArrayList<>();
        String rest = text;
        int cut = cut(rest, separator, fromEnd);
        while (cut >= 0 && parts.size() != most) {
            parts.add(fromEnd ? rest.substring(cut + separator.length()) : rest.substring(0, cut));
            rest = fromEnd ? rest.substring(0, cut) : rest.substring(cut + separator.length());
            cut = cut(rest, separator, fromEnd);
        }
        parts.add(rest);
        return fromEnd ? turned(parts) : parts;
    }

    /** What stands before a separator, the separator, and what stands after it. */
    static Tuple partition(String text, String separator, boolean fromEnd) {
        checkSeparator(separator);
        int cut = cut(text, separator, fromEnd);
        if (cut < 0) {
            return fromEnd ? Tuple.of("", "", text) : Tuple.of(text, "", "");
        }
        return Tuple.of(text.substring(0, cut), separator, text.substring(cut + separator.length()));
    }

    private static int cut(String text, String separator, boolean fromEnd) {
        return fromEnd ? text.lastIndexOf(separator) : text.indexOf(separator);
    }

    private static void checkSeparator(String separator) {
        if (separator.isEmpty()) {
            throw new TemplateFailure("a text cannot be parted at nothing");
        }
    }

    private static List<Object> turned(List<Object> parts) {
        Collections.reverse(parts);
        return parts;
    }

    /** The lines, without their ends. */
    static List<Object> lines(String text) {
        List<Object> lines = new ArrayList<>();
        int start = 0;
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            if (LINE_ENDS.indexOf(c) >= 0) {
                lines.add(text.substring(start, k));
                if (c == '\r' && k + 1 < text.length() && text.charAt(k + 1) == '\n') {
                    k++;
                }
                start = k + 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }
}
