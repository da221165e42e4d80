package org.hydraworkbench.model.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives expressions their values. */
final class Evaluator {

    private final Budget budget;

    Evaluator(Budget budget) {
        this.budget = budget;
    }

    /**
     * The value.
     *
     * @throws TemplateFailure with the place of the innermost expression that has none
     */
    Object value(Expression expression, Scope scope) {
        budget.enter();
        try {
            return valueHere(expression, scope);
        } catch (TemplateFailure e) {
            throw e.at(expression.place());
        } finally {
            budget.leave();
        }
    }

    private Object valueHere(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.Literal literal -> literal.value();
            case Expression.Name name -> scope.get(name.name());
            case Expression.TupleOf tuple -> new Tuple(values(tuple.items(), scope));
            case Expression.ListOf list -> values(list.items(), scope);
            case Expression.DictOf dict -> dict(dict, scope);
            case Expression.Attribute attribute -> Attributes.attribute(value(attribute.of(), scope), attribute.name());
            case Expression.Item item -> Attributes.item(value(item.of(), scope), value(item.key(), scope));
            case Expression.SliceOf slice -> Slices.of(
                    value(slice.of(), scope), bound(slice.start(), scope), bound(slice.stop(), scope), bound(slice.step(), scope));
            case Expression.Call call -> call(value(call.callee(), scope), arguments(call.arguments(), scope));
            case Expression.Filtered filtered ->
                    Filters.apply(filtered.name(), value(filtered.input(), scope), arguments(filtered.arguments(), scope));
            case Expression.Tested tested ->
                    Tests.holds(tested.name(), value(tested.input(), scope), arguments(tested.arguments(), scope));
            case Expression.Not not -> !isTrue(not.of(), scope);
            case Expression.Signed signed -> Arithmetic.signed(signed.negative(), value(signed.of(), scope));
            case Expression.Binary binary ->
                    Arithmetic.binary(binary.operator(), value(binary.left(), scope), value(binary.right(), scope));
            case Expression.Concatenation concatenation -> {
                Output text = new Output();
                values(concatenation.parts(), scope).forEach(part -> text.add(Printed.text(part)));
                yield text.text();
            }
            case Expression.And and -> {
                Object left = value(and.left(), scope);
                yield Values.isTrue(left) ? value(and.right(), scope) : left;
            }
            case Expression.Or or -> {
                Object left = value(or.left(), scope);
                yield Values.isTrue(left) ? left : value(or.right(), scope);
            }
            case Expression.Comparisons comparisons -> holds(comparisons, scope);
            case Expression.Conditional conditional -> conditional(conditional, scope);
        };
    }

    boolean isTrue(Expression expression, Scope scope) {
        return Values.isTrue(value(expression, scope));
    }

    private List<Object> values(List<Expression> expressions, Scope scope) {
        List<Object> values = new ArrayList<>(expressions.size());
        expressions.forEach(expression -> values.add(value(expression, scope)));
        return values;
    }

    private Map<Object, Object> dict(Expression.DictOf literal, Scope scope) {
        Map<Object, Object> dict = new LinkedHashMap<>();
        literal.pairs().forEach(pair -> Dicts.put(dict, value(pair.key(), scope), value(pair.value(), scope)));
        return dict;
    }

    private Object bound(@Nullable Expression bound, Scope scope) {
        return bound == null ? None.NONE : value(bound, scope);
    }

    private boolean holds(Expression.Comparisons chain, Scope scope) {
        Object left = value(chain.first(), scope);
        for (Expression.Comparison step : chain.rest()) {
            Object right = value(step.with(), scope);
            if (!Comparisons.holds(step.operator(), left, right)) {
                return false;
            }
            left = right;
        }
        return true;
    }

    private Object conditional(Expression.Conditional conditional, Scope scope) {
        if (isTrue(conditional.test(), scope)) {
            return value(conditional.then(), scope);
        }
        return conditional.otherwise() == null
                ? new Undefined("an 'if' without 'else' gives no value here")
                : value(conditional.otherwise(), scope);
    }

    private static Object call(Object callee, Arguments arguments) {
        return switch (callee) {
            case Function function -> function.call(arguments);
            case Undefined undefined -> throw undefined.failure();
            default -> throw new TemplateFailure("a value of the type " + Values.typeName(callee) + " cannot be called");
        };
    }

    /** The values of what stands between the brackets of a call. */
    Arguments arguments(Expression.CallArguments written, Scope scope) {
        List<Object> positional = values(written.positional(), scope);
        Map<String, Object> named = new LinkedHashMap<>();
        written.named().forEach(argument -> named.put(argument.name(), value(argument.value(), scope)));
        if (written.more() != null) {
            positional.addAll(Values.list(value(written.more(), scope)));
        }
        if (written.moreNamed() != null) {
            if (!(value(written.moreNamed(), scope) instanceof Map<?, ?> more)) {
                throw new TemplateFailure("only a dict can follow ** in a call");
            }
            more.forEach((name, value) -> {
                if (!(name instanceof String text) || named.put(text, value) != null) {
                    throw new TemplateFailure("an argument is given twice, or its name is no text");
                }
            });
        }
        return new Arguments(positional, named);
    }
}
