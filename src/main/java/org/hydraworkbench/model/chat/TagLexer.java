package org.hydraworkbench.model.chat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the tokens between the marks of one tag of a template. */
final class TagLexer {

    /** Takes a token and where it begins in the template. */
    @FunctionalInterface
    interface Sink {
        void add(Token.Kind kind, String text, int at);
    }

    private static final Pattern FLOAT = Pattern.compile(
            "(?:[0-9]+_)*[0-9]+(?:(?:\\.(?:[0-9]+_)*[0-9]+)?[eE][+-]?(?:[0-9]+_)*[0-9]+|\\.(?:[0-9]+_)*[0-9]+)");
    private static final Pattern INTEGER = Pattern.compile(
            "0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0[xX](?:_?[0-9a-fA-F])+|[1-9](?:_?[0-9])*|0(?:_?0)*");

    /** Longer ones first. */
    private static final List<String> OPERATORS = List.of(
            "//", "**", "==", "!=", ">=", "<=", "+", "-", "/", "*", "%", "~", "[", "]", "(", ")", "{", "}", ">", "<", "=", ".", ":", "|",
            ",", ";");

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final String source;
    private final boolean variable;
    private final Sink sink;
    private final Deque<Integer> open = new ArrayDeque<>();
    private int position;

    /**
     * @param position behind the mark that begins the tag
     * @param variable whether that is two braces, not a brace and a percent sign
     */
    TagLexer(String source, int position, boolean variable, Sink sink) {
        this.source = source;
        this.position = position;
        this.variable = variable;
        this.sink = sink;
    }

    /** Reads to the end of the tag; returns where the template goes on. */
    int read() {
        while (position < source.length()) {
            int end = open.isEmpty() ? end() : -1;
            if (end >= 0) {
                return end;
            }
            if (Lexer.skipSpace(source, position) > position) {
                position = Lexer.skipSpace(source, position);
            } else if (!number() && !name() && !string()) {
                operator();
            }
        }
        return position;
    }

    /** Where the template goes on when the tag ends here, behind the white space that its end takes away; otherwise -1. */
    private int end() {
        String mark = variable ? "}}" : "%}";
        boolean strips = source.startsWith("-" + mark, position);
        boolean keeps = !variable && source.startsWith("+" + mark, position);
        if (!strips && !keeps && !source.startsWith(mark, position)) {
            return -1;
        }
        sink.add(variable ? Token.Kind.VARIABLE_END : Token.Kind.BLOCK_END, mark, position);
        int end = position + mark.length() + (strips || keeps ? 1 : 0);
        if (strips) {
            return Lexer.skipSpace(source, end);
        }
        return !variable && !keeps && end < source.length() && source.charAt(end) == '\n' ? end + 1 : end;
    }

    private boolean number() {
        boolean afterPoint = source.charAt(position - 1) == '.';
        return (!afterPoint && matches(FLOAT, Token.Kind.FLOAT)) || matches(INTEGER, Token.Kind.INTEGER);
    }

    private boolean matches(Pattern pattern, Token.Kind kind) {
        Matcher matcher = pattern.matcher(source).region(position, source.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        sink.add(kind, matcher.group().replace("_", ""), position);
        position = matcher.end();
        return true;
    }

    private boolean name() {
        int end = position;
        while (end < source.length() && isNamePart(source.codePointAt(end), end == position)) {
            end += Character.charCount(source.codePointAt(end));
        }
        if (end == position) {
            return false;
        }
        sink.add(Token.Kind.NAME, source.substring(position, end), position);
        position = end;
        return true;
    }

    private static boolean isNamePart(int codePoint, boolean first) {
        return codePoint == '_'
                || (first
                        ? Character.isUnicodeIdentifierStart(codePoint)
                        : Character.isUnicodeIdentifierPart(codePoint) && !Character.isIdentifierIgnorable(codePoint));
    }

    private boolean string() {
        char quote = source.charAt(position);
        if (quote != '\'' && quote != '"') {
            return false;
        }
        int end = position + 1;
        while (end < source.length() && source.charAt(end) != quote) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= source.length()) {
            sink.add(Token.Kind.OPERATOR, String.valueOf(quote), position);
            position = source.length();
            return true;
        }
        sink.add(Token.Kind.STRING, source.substring(position + 1, end), position);
        position = end + 1;
        return true;
    }

    private void operator() {
        for (String operator : OPERATORS) {
            if (source.startsWith(operator, position)) {
                sink.add(Token.Kind.OPERATOR, operator, position);
                balance(operator.charAt(0));
                position += operator.length();
                return;
            }
        }
        sink.add(Token.Kind.OPERATOR, Character.toString(source.codePointAt(position)), position);
        position += Character.charCount(source.codePointAt(position));
    }

    /** A bracket that nothing opened is left to the parser, which refuses it. */
    private void balance(char bracket) {
        if (OPENING.indexOf(bracket) >= 0) {
            open.push(OPENING.indexOf(bracket));
        } else if (CLOSING.indexOf(bracket) >= 0 && !open.isEmpty() && open.peek() == CLOSING.indexOf(bracket)) {
            open.pop();
        }
    }
}
