package org.hydraworkbench.model.chat;

/** What the text between the quotes of a string literal stands for: escapes as in Python. */
final class StringLiteral {

    private final String raw;
    private final StringBuilder text = new StringBuilder();
    private int position;

    private StringLiteral(String raw) {
        this.raw = raw;
    }

    /**
     * The string.
     *
     * @throws TemplateFailure when an escape is cut short or names no character
     */
    static String of(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringLiteral literal = new StringLiteral(raw);
        while (literal.position < raw.length()) {
            literal.step();
        }
        return literal.text.toString();
    }

    private void step() {
        char letter = raw.charAt(position++);
        if (letter != '\\') {
            text.append(letter);
            return;
        }
        int escape = raw.codePointAt(position);
        position += Character.charCount(escape);
        switch (escape) {
            case '\n' -> {}
            case '\\', '\'', '"' -> text.appendCodePoint(escape);
            case 'a' -> text.append('\u0007');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'v' -> text.append('\u000b');
            case 'x' -> hexadecimal(2);
            case 'u' -> hexadecimal(4);
            case 'U' -> hexadecimal(8);
            case 'N' -> named();
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
            default -> unknown(escape);
        }
    }

    /** Kept with its backslash; of a letter beyond ASCII Jinja leaves only the number. */
    private void unknown(int escape) {
        text.append('\\');
        if (escape < 0x80) {
            text.appendCodePoint(escape);
        } else {
            text.append(String.format(escape < 0x100 ? "x%02x" : escape < 0x10000 ? "u%04x" : "U%08x", escape));
        }
    }

    private void hexadecimal(int digits) {
        int end = position + digits;
        String number = end <= raw.length() ? raw.substring(position, end) : "";
        if (!number.matches("[0-9a-fA-F]+")) {
            throw new TemplateFailure("a string has an escape that is cut short");
        }
        long codePoint = Long.parseLong(number, 16);
        if (codePoint > Character.MAX_CODE_POINT) {
            throw new TemplateFailure("a string has an escape that stands for no character");
        }
        text.appendCodePoint((int) codePoint);
        position = end;
    }

    private void octal() {
        int start = position - 1;
        int end = position;
        while (end < raw.length() && end < start + 3 && raw.charAt(end) >= '0' && raw.charAt(end) <= '7') {
            end++;
        }
        text.append((char) Integer.parseInt(raw.substring(start, end), 8));
        position = end;
    }

    private void named() {
        int end = raw.indexOf('}', position);
        if (end < 0 || raw.charAt(position) != '{') {
            throw new TemplateFailure("a string has an escape that is cut short");
        }
        try {
            text.appendCodePoint(Character.codePointOf(raw.substring(position + 1, end)));
        } catch (IllegalArgumentException e) {
            throw new TemplateFailure("a string has an escape that stands for no character");
        }
        position = end + 1;
    }
}
