package org.hydraworkbench.document.format;

/** Strings between quotation marks as gettext writes them: escapes as in C, a line of the file for every line of the text. */
final class PoStrings {

    private static final String ESCAPED = "ntrabfv\\\"";
    private static final String MEANT = "\n\t\r\u0007\b\f\u000B\\\"";

    private PoStrings() {}

    /** What a string means, given without its marks. */
    static String read(String written) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < written.length(); k++) {
            char c = written.charAt(k);
            if (c == '\\' && k + 1 < written.length()) {
                k++;
                int known = ESCAPED.indexOf(written.charAt(k));
                if (known >= 0) {
                    text.append(MEANT.charAt(known));
                } else {
                    text.append(c).append(written.charAt(k)); // none that gettext itself writes
                }
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** A text as a string with its marks, which after a line feed goes on in the next line of the file. */
    static String write(String text, String lineEnd) {
        int feed = text.indexOf('\n');
        boolean several = feed >= 0 && feed < text.length() - 1;
        StringBuilder written = new StringBuilder(several ? "\"\"" + lineEnd + "\"" : "\"");
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            int known = MEANT.indexOf(c);
            if (known >= 0) {
                written.append('\\').append(ESCAPED.charAt(known));
            } else {
                written.append(c);
            }
            if (c == '\n' && k < text.length() - 1) {
                written.append('"').append(lineEnd).append('"');
            }
        }
        return written.append('"').toString();
    }
}
