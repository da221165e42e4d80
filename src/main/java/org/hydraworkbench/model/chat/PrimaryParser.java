package org.hydraworkbench.model.chat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads names, literals and what follows one directly: attributes, items, calls, filters and tests. */
final class PrimaryParser {

    private static final Set<String> NOT_ARGUMENTS = Set.of("else", "or", "and");

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final ArgumentParser arguments;
    private final Set<String> names;

    /**
     * @param names takes every variable that is read
     */
    PrimaryParser(TokenStream tokens, ExpressionParser expressions, Set<String> names) {
        this.tokens = tokens;
        this.expressions = expressions;
        arguments = new ArgumentParser(tokens, expressions);
        this.names = names;
    }

    Expression primary() {
        Token token = tokens.current();
        Place place = token.place();
        return switch (token.kind()) {
            case NAME -> name(tokens.next());
            case STRING -> string();
            case INTEGER -> new Expression.Literal(integer(tokens.next().text()), place);
            case FLOAT -> new Expression.Literal(Double.valueOf(tokens.next().text()), place);
            case OPERATOR -> bracket(token);
            default -> throw tokens.unexpected("an expression");
        };
    }

    private Expression name(Token token) {
        Place place = token.place();
        return switch (token.text()) {
            case "true", "True" -> new Expression.Literal(true, place);
            case "false", "False" -> new Expression.Literal(false, place);
            case "none", "None" -> new Expression.Literal(None.NONE, place);
            default -> {
                names.add(token.text());
                yield new Expression.Name(token.text(), place);
            }
        };
    }

    /** Strings that follow one another are one. */
    private Expression string() {
        Place place = tokens.place();
        StringBuilder text = new StringBuilder();
        while (tokens.current().is(Token.Kind.STRING)) {
            try {
                text.append(StringLiteral.of(tokens.current().text()));
            } catch (TemplateFailure e) {
                throw e.at(tokens.place());
            }
            tokens.next();
        }
        return new Expression.Literal(text.toString(), place);
    }

    private static Object integer(String spelling) {
        int radix = spelling.length() < 2 ? 10 : switch (Character.toLowerCase(spelling.charAt(1))) {
            case 'b' -> 2;
            case 'o' -> 8;
            case 'x' -> 16;
            default -> 10;
        };
        return Numbers.whole(new BigInteger(radix == 10 ? spelling : spelling.substring(2), radix));
    }

    private Expression bracket(Token token) {
        Place place = token.place();
        if (tokens.skipOperator("(")) {
            Expression inside = expressions.tuple(expressions::expression, true);
            tokens.expectOperator(")");
            return inside;
        }
        if (tokens.skipOperator("[")) {
            List<Expression> items = new ArrayList<>();
            while (!tokens.current().isOperator("]")) {
                items.add(expressions.expression());
                if (!tokens.skipOperator(",")) {
                    break;
                }
            }
            tokens.expectOperator("]");
            return new Expression.ListOf(List.copyOf(items), place);
        }
        if (tokens.skipOperator("{")) {
            List<Expression.Pair> pairs = new ArrayList<>();
            while (!tokens.current().isOperator("}")) {
                Expression key = expressions.expression();
                tokens.expectOperator(":");
                pairs.add(new Expression.Pair(key, expressions.expression()));
                if (!tokens.skipOperator(",")) {
                    break;
                }
            }
            tokens.expectOperator("}");
            return new Expression.DictOf(List.copyOf(pairs), place);
        }
        throw tokens.unexpected("an expression");
    }

    /** Attributes, items and calls after a value. */
    Expression postfix(Expression start) {
        Expression value = start;
        while (true) {
            Token token = tokens.current();
            if (tokens.skipOperator(".")) {
                value = attribute(value, token.place());
            } else if (tokens.skipOperator("[")) {
                value = item(value, token.place());
            } else if (token.isOperator("(")) {
                value = new Expression.Call(value, arguments.read(), token.place());
            } else {
                return value;
            }
        }
    }

    private Expression attribute(Expression of, Place place) {
        Token name = tokens.next();
        if (name.is(Token.Kind.INTEGER)) {
            return new Expression.Item(of, new Expression.Literal(integer(name.text()), name.place()), place);
        }
        if (!name.is(Token.Kind.NAME)) {
            throw new TemplateFailure(name.shown() + " stands where a name should be", name.place());
        }
        return new Expression.Attribute(of, name.text(), place);
    }

    private Expression item(Expression of, Place place) {
        Expression start = tokens.current().isOperator(":") ? null : expressions.expression();
        if (start != null && tokens.skipOperator("]")) {
            return new Expression.Item(of, start, place);
        }
        if (start != null && tokens.current().isOperator(",")) {
            List<Expression> keys = new ArrayList<>(List.of(start));
            while (tokens.skipOperator(",")) {
                keys.add(expressions.expression());
            }
            tokens.expectOperator("]");
            return new Expression.Item(of, new Expression.TupleOf(List.copyOf(keys), place), place);
        }
        tokens.expectOperator(":");
        Expression stop = bound();
        Expression step = tokens.skipOperator(":") ? bound() : null;
        tokens.expectOperator("]");
        return new Expression.SliceOf(of, start, stop, step, place);
    }

    private @Nullable Expression bound() {
        return tokens.current().isOperator(":") || tokens.current().isOperator("]") ? null : expressions.expression();
    }

    /** Filters and tests after a value, and calls of what they give. */
    Expression filters(Expression start) {
        Expression value = start;
        while (true) {
            Token token = tokens.current();
            if (tokens.skipOperator("|")) {
                Statement.BodyFilter filter = filter();
                value = new Expression.Filtered(value, filter.name(), filter.arguments(), filter.place());
            } else if (tokens.skipName("is")) {
                value = test(value, token.place());
            } else if (token.isOperator("(")) {
                value = new Expression.Call(value, arguments.read(), token.place());
            } else {
                return value;
            }
        }
    }

    /** The name of a filter and its arguments. */
    Statement.BodyFilter filter() {
        Place place = tokens.place();
        String name = dottedName();
        return new Statement.BodyFilter(
                name, tokens.current().isOperator("(") ? arguments.read() : Expression.CallArguments.NONE, place);
    }

    private Expression test(Expression value, Place place) {
        boolean negated = tokens.skipName("not");
        String name = dottedName();
        Token token = tokens.current();
        Expression.CallArguments given = Expression.CallArguments.NONE;
        if (token.isOperator("(")) {
            given = arguments.read();
        } else if (token.isName("is")) {
            throw tokens.failure("a test follows a test without brackets");
        } else if (beginsArgument(token)) {
            given = new Expression.CallArguments(List.of(postfix(primary())), List.of(), null, null);
        }
        Expression test = new Expression.Tested(value, name, given, place);
        return negated ? new Expression.Not(test, place) : test;
    }

    private static boolean beginsArgument(Token token) {
        return switch (token.kind()) {
            case STRING, INTEGER, FLOAT -> true;
            case NAME -> !NOT_ARGUMENTS.contains(token.text());
            case OPERATOR -> token.text().equals("[") || token.text().equals("{");
            default -> false;
        };
    }

    private String dottedName() {
        StringBuilder name = new StringBuilder(tokens.expect(Token.Kind.NAME, "a name").text());
        while (tokens.skipOperator(".")) {
            name.append('.').append(tokens.expect(Token.Kind.NAME, "a name").text());
        }
        return name.toString();
    }
}
