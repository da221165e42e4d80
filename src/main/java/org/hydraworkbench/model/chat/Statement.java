package org.hydraworkbench.model.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a template that writes something or changes a variable. */
sealed interface Statement {

    /** Text that is written as it is. */
    record Text(String text) implements Statement {}

    /** {@code {{ value }}}. */
    record Print(Expression value) implements Statement {}

    /** The first branch whose test holds, otherwise the last body. */
    record If(List<Branch> branches, List<Statement> otherwise) implements Statement {}

    /** A test and what follows from it. */
    record Branch(Expression test, List<Statement> body) {}

    /**
     * A loop over the items that pass the condition. The last body is rendered when no turn came to its end.
     *
     * @param condition is asked for each item as it comes
     */
    record For(
            Target target,
            Expression items,
            @Nullable Expression condition,
            List<Statement> body,
            List<Statement> otherwise,
            Place place)
            implements Statement {}

    /** Ends the loop. */
    record Break() implements Statement {}

    /** Goes on with the loop's next item. */
    record Continue() implements Statement {}

    /** {@code {% set target = value %}}. */
    record Assign(Target target, Expression value, Place place) implements Statement {}

    /** {@code {% set target | filters %}…{% endset %}}: what the body writes is the value. */
    record AssignBlock(Target target, List<BodyFilter> filters, List<Statement> body, Place place) implements Statement {}

    /** {@code {% filter name %}…{% endfilter %}}. */
    record FilterBlock(List<BodyFilter> filters, List<Statement> body) implements Statement {}

    /** A filter for what a body writes. */
    record BodyFilter(String name, Expression.CallArguments arguments, Place place) {}

    /** {@code {% generation %}…{% endgeneration %}}: marks what the model wrote; its variables are its own. */
    record Generation(List<Statement> body) implements Statement {}

    /** {@code {% with name = value %}…{% endwith %}}. */
    record With(List<Target> targets, List<Expression> values, List<Statement> body, Place place) implements Statement {}

    /**
     * {@code {% macro name(parameters) %}…{% endmacro %}}.
     *
     * @param takesMore whether the body names {@code varargs}, which are arguments beyond the parameters
     * @param takesMoreNamed whether the body names {@code kwargs}, which are named arguments beyond the parameters
     */
    record Macro(String name, List<Parameter> parameters, List<Statement> body, boolean takesMore, boolean takesMoreNamed)
            implements Statement {}

    /** A parameter of a macro and what it is when it is not given. */
    record Parameter(String name, @Nullable Expression otherwise) {}

    /** What a value is given to. */
    sealed interface Target {

        /** A variable. */
        record Variable(String name) implements Target {}

        /** An attribute of a namespace. */
        record Member(String namespace, String name) implements Target {}

        /** As many targets as the value has items. */
        record Several(List<Target> targets) implements Target {}
    }
}
