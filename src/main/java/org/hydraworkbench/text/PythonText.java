package org.hydraworkbench.text;

import java.util.ArrayList;
import java.util.List;

/**
 * White space as the reference implementation's language understands it: Unicode's, with the four information separators
 * and without the zero-width characters. Scores and prompts would differ in details without this.
 */
public final class PythonText {

    private PythonText() {}

    /** Whether a character is white space. */
    public static boolean isSpace(int codePoint) {
        return (codePoint >= 0x09 && codePoint <= 0x0d)
                || (codePoint >= 0x1c && codePoint <= 0x20)
                || codePoint == 0x85
                || codePoint == 0xa0
                || codePoint == 0x1680
                || (codePoint >= 0x2000 && codePoint <= 0x200a)
                || codePoint == 0x2028
                || codePoint == 0x2029
                || codePoint == 0x202f
                || codePoint == 0x205f
                || codePoint == 0x3000;
    }

    /** The words between white space; none is empty. All white space lies in the basic plane, so UTF-16 units suffice. */
    public static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < text.length(); i++) {
            if (isSpace(text.charAt(i))) {
                if (start >= 0) {
                    words.add(text.substring(start, i));
                    start = -1;
                }
            } else if (start < 0) {
                start = i;
            }
        }
        if (start >= 0) {
            words.add(text.substring(start));
        }
        return words;
    }
}
