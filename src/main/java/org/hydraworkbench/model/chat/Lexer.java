package org.hydraworkbench.model.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hydraworkbench.text.PythonText;

/**
 * Parts a template into tokens, with the white space rules of Jinja's options {@code trim_blocks} (the line end after a block or comment
 * goes) and {@code lstrip_blocks} (white space from the line's beginning to a block or comment goes), with {@code -} (all white space on
 * that side goes) and {@code +} (it stays). Line ends become {@code \n}; one at the end of the template is dropped.
 */
final class Lexer {

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private final int[] lineStarts;
    private int position;

    /** Whether the last thing that was read ended a line. */
    private boolean lineStarting = true;

    private Lexer(String template) {
        String unix = template.replace("\r\n", "\n").replace('\r', '\n');
        source = unix.endsWith("\n") ? unix.substring(0, unix.length() - 1) : unix;
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) {
            starts.add(at + 1);
        }
        lineStarts = starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * The tokens of a template, the last of kind {@link Token.Kind#END}.
     *
     * @throws TemplateFailure when it cannot be parted
     */
    static List<Token> tokens(String template) {
        Lexer lexer = new Lexer(template);
        lexer.read();
        return lexer.tokens;
    }

    private void read() {
        while (position < source.length()) {
            int tag = nextTag();
            if (tag < 0) {
                data(source.substring(position));
                position = source.length();
                break;
            }
            char kind = source.charAt(tag + 1);
            int raw = kind == '%' ? rawBegin(tag) : -1;
            data(before(tag, sign(tag + 2), kind != '{'));
            if (raw >= 0) {
                lineStarting = source.charAt(raw - 1) == '\n';
                position = raw;
                raw(tag);
            } else if (kind == '#') {
                position = afterSign(tag + 2);
                comment(tag);
            } else {
                add(kind == '{' ? Token.Kind.VARIABLE_BEGIN : Token.Kind.BLOCK_BEGIN, source.substring(tag, tag + 2), tag);
                TagLexer inside = new TagLexer(source, afterSign(tag + 2), kind == '{', this::add);
                position = inside.read();
                lineStarting = source.charAt(position - 1) == '\n';
            }
        }
        add(Token.Kind.END, "", source.length());
    }

    private int nextTag() {
        for (int at = source.indexOf('{', position); at >= 0; at = source.indexOf('{', at + 1)) {
            if (at + 1 < source.length() && "{%#".indexOf(source.charAt(at + 1)) >= 0) {
                return at;
            }
        }
        return -1;
    }

    private char sign(int at) {
        return afterSign(at) > at ? source.charAt(at) : ' ';
    }

    private int afterSign(int at) {
        return at < source.length() && (source.charAt(at) == '-' || source.charAt(at) == '+') ? at + 1 : at;
    }

    /** The text up to a tag, without the white space that the tag takes away. */
    private String before(int tag, char sign, boolean block) {
        String text = source.substring(position, tag);
        if (sign == '-') {
            int end = text.length();
            while (end > 0 && PythonText.isSpace(text.charAt(end - 1))) {
                end--;
            }
            return text.substring(0, end);
        }
        int line = text.lastIndexOf('\n') + 1;
        boolean blank = text.chars().skip(line).allMatch(PythonText::isSpace);
        return sign == ' ' && block && blank && (line > 0 || lineStarting) ? text.substring(0, line) : text;
    }

    private void comment(int tag) {
        int mark = source.indexOf("#}", position);
        if (mark < 0) {
            throw new TemplateFailure("a comment does not end", place(tag));
        }
        char sign = mark > position ? source.charAt(mark - 1) : ' ';
        close(mark + 2, sign);
    }

    /** Goes on behind a block or comment, and behind the white space that it takes away. */
    private void close(int end, char sign) {
        position = switch (sign) {
            case '-' -> skipSpace(source, end);
            case '+' -> end;
            default -> end < source.length() && source.charAt(end) == '\n' ? end + 1 : end;
        };
        lineStarting = source.charAt(position - 1) == '\n';
    }

    /** Where the text after {@code {% raw %}} begins, or -1 when no such tag stands here. */
    private int rawBegin(int tag) {
        int name = skipSpace(source, afterSign(tag + 2));
        if (!source.startsWith("raw", name)) {
            return -1;
        }
        int end = skipSpace(source, name + 3);
        if (source.startsWith("-%}", end)) {
            return skipSpace(source, end + 3);
        }
        return source.startsWith("%}", end) ? end + 2 : -1;
    }

    private void raw(int tag) {
        for (int at = source.indexOf("{%", position); at >= 0; at = source.indexOf("{%", at + 1)) {
            int name = skipSpace(source, afterSign(at + 2));
            if (source.startsWith("endraw", name)) {
                int end = skipSpace(source, name + 6);
                int mark = afterSign(end);
                if (source.startsWith("%}", mark)) {
                    data(before(at, sign(at + 2), true));
                    close(mark + 2, sign(end));
                    return;
                }
            }
        }
        throw new TemplateFailure("a raw block does not end", place(tag));
    }

    static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && PythonText.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private void data(String text) {
        if (!text.isEmpty()) {
            add(Token.Kind.DATA, text, position);
        }
    }

    private void add(Token.Kind kind, String text, int at) {
        tokens.add(new Token(kind, text, place(at)));
    }

    private Place place(int at) {
        int found = Arrays.binarySearch(lineStarts, at);
        int line = found >= 0 ? found : -found - 2;
        return new Place(line + 1, at - lineStarts[line] + 1);
    }
}
