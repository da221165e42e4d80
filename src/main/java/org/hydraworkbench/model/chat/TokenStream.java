package org.hydraworkbench.model.chat;

import java.util.List;

/** The tokens of a template, one after the other. */
final class TokenStream {

    /** Deeper than any template of a model, and far from where the Java stack ends. */
    private static final int MOST_DEPTH = 150;

    private final List<Token> tokens;
    private int position;
    private int depth;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token current() {
        return tokens.get(position);
    }

    /** The token after the current one. */
    Token ahead() {
        return tokens.get(Math.min(position + 1, tokens.size() - 1));
    }

    Place place() {
        return current().place();
    }

    /** Whether what has commas between may end here. */
    boolean endsTuple() {
        return current().is(Token.Kind.VARIABLE_END) || current().is(Token.Kind.BLOCK_END) || current().isOperator(")");
    }

    /** Goes on; returns the token that was passed. */
    Token next() {
        Token token = current();
        if (!token.is(Token.Kind.END)) {
            position++;
        }
        return token;
    }

    boolean skipName(String name) {
        boolean there = current().isName(name);
        if (there) {
            next();
        }
        return there;
    }

    boolean skipOperator(String operator) {
        boolean there = current().isOperator(operator);
        if (there) {
            next();
        }
        return there;
    }

    Token expect(Token.Kind kind, String what) {
        if (!current().is(kind)) {
            throw unexpected(what);
        }
        return next();
    }

    void expectOperator(String operator) {
        if (!skipOperator(operator)) {
            throw unexpected("'" + operator + "'");
        }
    }

    void expectName(String name) {
        if (!skipName(name)) {
            throw unexpected("'" + name + "'");
        }
    }

    TemplateFailure unexpected(String wanted) {
        return new TemplateFailure(current().shown() + " stands where " + wanted + " should be", place());
    }

    TemplateFailure failure(String reason) {
        return new TemplateFailure(reason, place());
    }

    /** One level deeper into what is nested; {@link #leave} must follow. */
    void enter() {
        depth++;
        if (depth > MOST_DEPTH) {
            throw failure("it is nested deeper than " + MOST_DEPTH + " levels");
        }
    }

    void leave() {
        depth--;
    }
}
