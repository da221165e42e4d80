package org.hydraworkbench.model.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads expressions. What binds more strongly than what is Jinja's, which is not always Python's. */
final class ExpressionParser {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> SUMS = Set.of("+", "-");
    private static final Set<String> PRODUCTS = Set.of("*", "/", "//", "%");

    private final TokenStream tokens;
    private final PrimaryParser primaries;

    /** Every variable that was read. */
    private final Set<String> names = new HashSet<>();

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
        primaries = new PrimaryParser(tokens, this, names);
    }

    PrimaryParser primaries() {
        return primaries;
    }

    /** Every variable that was read so far; whoever wants those of a part takes the others out before. */
    Set<String> names() {
        return names;
    }

    /** A whole expression. */
    Expression expression() {
        return deeper(this::conditional);
    }

    /** An expression that does not take a following {@code if} for its own, or several with commas between. */
    Expression tupleWithoutCondition() {
        return tuple(() -> deeper(this::or), false);
    }

    /** An expression, or several with commas between. */
    Expression tuple() {
        return tuple(this::expression, false);
    }

    /**
     * Expressions with commas between are a tuple.
     *
     * @param mayBeEmpty whether nothing at all is the empty tuple
     */
    Expression tuple(Supplier<Expression> one, boolean mayBeEmpty) {
        Place place = tokens.place();
        List<Expression> items = new ArrayList<>();
        boolean several = false;
        while (!tokens.endsTuple()) {
            items.add(one.get());
            if (!tokens.skipOperator(",")) {
                break;
            }
            several = true;
        }
        if (!several && !items.isEmpty()) {
            return items.getFirst();
        }
        if (items.isEmpty() && !mayBeEmpty) {
            throw tokens.unexpected("an expression");
        }
        return new Expression.TupleOf(List.copyOf(items), place);
    }

    private Expression deeper(Supplier<Expression> what) {
        tokens.enter();
        try {
            return what.get();
        } finally {
            tokens.leave();
        }
    }

    private Expression conditional() {
        Expression value = or();
        while (tokens.current().isName("if")) {
            Place place = tokens.next().place();
            Expression test = or();
            Expression otherwise = tokens.skipName("else") ? expression() : null;
            value = new Expression.Conditional(test, value, otherwise, place);
        }
        return value;
    }

    private Expression or() {
        Expression left = and();
        while (tokens.current().isName("or")) {
            Place place = tokens.next().place();
            left = new Expression.Or(left, and(), place);
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (tokens.current().isName("and")) {
            Place place = tokens.next().place();
            left = new Expression.And(left, not(), place);
        }
        return left;
    }

    private Expression not() {
        if (tokens.current().isName("not")) {
            Place place = tokens.next().place();
            return new Expression.Not(deeper(this::not), place);
        }
        return comparison();
    }

    private Expression comparison() {
        Expression first = sum();
        Place place = tokens.place();
        List<Expression.Comparison> rest = new ArrayList<>();
        for (String operator = comparator(); operator != null; operator = comparator()) {
            rest.add(new Expression.Comparison(operator, sum()));
        }
        return rest.isEmpty() ? first : new Expression.Comparisons(first, List.copyOf(rest), place);
    }

    private @Nullable String comparator() {
        Token token = tokens.current();
        if (token.is(Token.Kind.OPERATOR) && COMPARISONS.contains(token.text())) {
            return tokens.next().text();
        }
        if (tokens.skipName("in")) {
            return "in";
        }
        if (token.isName("not") && tokens.ahead().isName("in")) {
            tokens.next();
            tokens.next();
            return "not in";
        }
        return null;
    }

    private Expression sum() {
        return chain(SUMS, this::concatenation);
    }

    private Expression concatenation() {
        Place place = tokens.place();
        List<Expression> parts = new ArrayList<>(List.of(product()));
        while (tokens.skipOperator("~")) {
            parts.add(product());
        }
        return parts.size() == 1 ? parts.getFirst() : new Expression.Concatenation(List.copyOf(parts), place);
    }

    private Expression product() {
        return chain(PRODUCTS, this::power);
    }

    /** Jinja reads powers from the left, and a sign before one belongs to its base. */
    private Expression power() {
        return chain(Set.of("**"), () -> unary(true));
    }

    private Expression chain(Set<String> operators, Supplier<Expression> part) {
        Expression left = part.get();
        while (tokens.current().is(Token.Kind.OPERATOR) && operators.contains(tokens.current().text())) {
            Token operator = tokens.next();
            left = new Expression.Binary(operator.text(), left, part.get(), operator.place());
        }
        return left;
    }

    private Expression unary(boolean filtered) {
        Token token = tokens.current();
        Expression value;
        if (token.isOperator("-") || token.isOperator("+")) {
            tokens.next();
            value = new Expression.Signed(token.isOperator("-"), deeper(() -> unary(false)), token.place());
        } else {
            value = primaries.primary();
        }
        value = primaries.postfix(value);
        return filtered ? primaries.filters(value) : value;
    }
}
