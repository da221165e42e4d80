package org.hydraworkbench.model.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has a value. */
sealed interface Expression {

    /** Where it stands; errors name it. */
    Place place();

    /** A number, string, boolean or none. */
    record Literal(Object value, Place place) implements Expression {}

    /** A variable. */
    record Name(String name, Place place) implements Expression {}

    /** {@code (a, b)}, also without the brackets. */
    record TupleOf(List<Expression> items, Place place) implements Expression {}

    /** {@code [a, b]}. */
    record ListOf(List<Expression> items, Place place) implements Expression {}

    /** {@code {a: b}}. */
    record DictOf(List<Pair> pairs, Place place) implements Expression {}

    /** A key and its value. */
    record Pair(Expression key, Expression value) {}

    /** {@code a.name}. */
    record Attribute(Expression of, String name, Place place) implements Expression {}

    /** {@code a[key]}. */
    record Item(Expression of, Expression key, Place place) implements Expression {}

    /** {@code a[start:stop:step]}. */
    record SliceOf(
            Expression of, @Nullable Expression start, @Nullable Expression stop, @Nullable Expression step, Place place)
            implements Expression {}

    /** {@code a(b)}. */
    record Call(Expression callee, CallArguments arguments, Place place) implements Expression {}

    /** {@code a | name(b)}. */
    record Filtered(Expression input, String name, CallArguments arguments, Place place) implements Expression {}

    /** {@code a is name(b)}. */
    record Tested(Expression input, String name, CallArguments arguments, Place place) implements Expression {}

    /** {@code not a}. */
    record Not(Expression of, Place place) implements Expression {}

    /** {@code -a} or {@code +a}. */
    record Signed(boolean negative, Expression of, Place place) implements Expression {}

    /** Two numbers, texts or lists and {@code + - * / // % **} between them. */
    record Binary(String operator, Expression left, Expression right, Place place) implements Expression {}

    /** {@code a ~ b ~ c}. */
    record Concatenation(List<Expression> parts, Place place) implements Expression {}

    /** {@code a and b}: the first when it counts as false, otherwise the second. */
    record And(Expression left, Expression right, Place place) implements Expression {}

    /** {@code a or b}: the first when it counts as true, otherwise the second. */
    record Or(Expression left, Expression right, Place place) implements Expression {}

    /** {@code a < b <= c}. */
    record Comparisons(Expression first, List<Comparison> rest, Place place) implements Expression {}

    /** One step of a chain: {@code == != < <= > >= in} or {@code not in}, and what is compared with. */
    record Comparison(String operator, Expression with) {}

    /** {@code then if test else otherwise}. */
    record Conditional(Expression test, Expression then, @Nullable Expression otherwise, Place place) implements Expression {}

    /**
     * What stands between the brackets of a call.
     *
     * @param more a list whose items are further arguments, from {@code *more}
     * @param moreNamed a dict of further named arguments, from {@code **moreNamed}
     */
    record CallArguments(
            List<Expression> positional, List<Named> named, @Nullable Expression more, @Nullable Expression moreNamed) {

        static final CallArguments NONE = new CallArguments(List.of(), List.of(), null, null);
    }

    /** {@code name=value} in a call. */
    record Named(String name, Expression value) {}
}
