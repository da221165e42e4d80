package org.hydraworkbench.model.chat;

import java.util.Iterator;
import java.util.List;

/** Carries statements out: writes text and changes variables. */
final class Renderer {

    /** How a statement ended. */
    private enum End {
        NORMAL,
        BREAK,
        CONTINUE
    }

    private final Budget budget = new Budget();
    private final Evaluator evaluator = new Evaluator(budget);

    /** Carries out a whole template. */
    String render(List<Statement> template, Scope scope) {
        Output out = new Output();
        run(template, scope, out);
        return out.text();
    }

    /** Carries out a macro whose given parameters are in the scope. */
    String macro(Statement.Macro macro, Scope scope) {
        for (Statement.Parameter parameter : macro.parameters()) {
            if (!scope.has(parameter.name())) {
                scope.set(parameter.name(), parameter.otherwise() == null
                        ? new Undefined("parameter '" + parameter.name() + "' was not provided")
                        : evaluator.value(parameter.otherwise(), scope));
            }
        }
        return render(macro.body(), scope);
    }

    private End run(List<Statement> body, Scope scope, Output out) {
        budget.enter();
        try {
            for (Statement statement : body) {
                End end = run(statement, scope, out);
                if (end != End.NORMAL) {
                    return end;
                }
            }
            return End.NORMAL;
        } finally {
            budget.leave();
        }
    }

    private End run(Statement statement, Scope scope, Output out) {
        switch (statement) {
            case Statement.Text text -> out.add(text.text());
            case Statement.Print print -> print(print.value(), scope, out);
            case Statement.If branches -> {
                return branch(branches, scope, out);
            }
            case Statement.For loop -> {
                return loop(loop, scope, out);
            }
            case Statement.Break _ -> {
                return End.BREAK;
            }
            case Statement.Continue _ -> {
                return End.CONTINUE;
            }
            case Statement.Assign assign -> assign(assign.target(), evaluator.value(assign.value(), scope), scope, assign.place());
            case Statement.AssignBlock block -> {
                Output inside = new Output();
                End end = run(block.body(), new Scope(scope), inside);
                if (end != End.NORMAL) {
                    return end;
                }
                assign(block.target(), filtered(inside.text(), block.filters(), scope), scope, block.place());
            }
            case Statement.FilterBlock block -> {
                Output inside = new Output();
                End end = run(block.body(), new Scope(scope), inside);
                if (end != End.NORMAL) {
                    return end;
                }
                out.add(Printed.text(filtered(inside.text(), block.filters(), scope)));
            }
            case Statement.Generation generation -> run(generation.body(), new Scope(scope), out);
            case Statement.With with -> {
                return with(with, scope, out);
            }
            case Statement.Macro macro -> scope.set(macro.name(), new Macro(macro, scope, this));
        }
        return End.NORMAL;
    }

    private void print(Expression value, Scope scope, Output out) {
        try {
            out.add(Printed.text(evaluator.value(value, scope)));
        } catch (TemplateFailure e) {
            throw e.at(value.place());
        }
    }

    private Object filtered(Object value, List<Statement.BodyFilter> filters, Scope scope) {
        Object result = value;
        for (Statement.BodyFilter filter : filters) {
            try {
                result = Filters.apply(filter.name(), result, evaluator.arguments(filter.arguments(), scope));
            } catch (TemplateFailure e) {
                throw e.at(filter.place());
            }
        }
        return result;
    }

    private End branch(Statement.If branches, Scope scope, Output out) {
        for (Statement.Branch branch : branches.branches()) {
            if (evaluator.isTrue(branch.test(), scope)) {
                return run(branch.body(), scope, out);
            }
        }
        return run(branches.otherwise(), scope, out);
    }

    private End with(Statement.With with, Scope scope, Output out) {
        Scope inside = new Scope(scope);
        for (int k = 0; k < with.targets().size(); k++) {
            assign(with.targets().get(k), evaluator.value(with.values().get(k), scope), inside, with.place());
        }
        return run(with.body(), inside, out);
    }

    private End loop(Statement.For loop, Scope scope, Output out) {
        try {
            Object source = evaluator.value(loop.items(), scope);
            Iterator<Object> all = Values.iterator(source);
            LoopState state = loop.condition() == null
                    ? new LoopState(source, all)
                    : new LoopState(new OneShot("loop", all), passing(loop, all, scope));
            boolean completed = false;
            while (state.hasNext()) {
                Scope turn = new Scope(scope);
                assign(loop.target(), state.next(), turn, loop.place());
                turn.set("loop", state);
                End end = run(loop.body(), turn, out);
                completed |= end == End.NORMAL;
                if (end == End.BREAK) {
                    break;
                }
            }
            // As in Jinja, a turn that was broken off does not count.
            return completed ? End.NORMAL : run(loop.otherwise(), new Scope(scope), out);
        } catch (TemplateFailure e) {
            throw e.at(loop.place());
        }
    }

    /** The items that the condition holds for, each asked when its turn comes. */
    private Iterator<Object> passing(Statement.For loop, Iterator<Object> all, Scope scope) {
        Expression condition = loop.condition();
        return new Ahead(() -> {
            while (condition != null && all.hasNext()) {
                Object item = all.next();
                Scope turn = new Scope(scope);
                assign(loop.target(), item, turn, loop.place());
                if (evaluator.isTrue(condition, turn)) {
                    return item;
                }
            }
            return null;
        });
    }

    private static void assign(Statement.Target target, Object value, Scope scope, Place place) {
        switch (target) {
            case Statement.Target.Variable variable -> scope.set(variable.name(), value);
            case Statement.Target.Member member -> {
                if (!(scope.get(member.namespace()) instanceof Namespace namespace)) {
                    throw new TemplateFailure("'" + member.namespace() + "' is no namespace, so that its members cannot be set", place);
                }
                namespace.members().put(member.name(), value);
            }
            case Statement.Target.Several several -> {
                List<Object> values;
                try {
                    values = Values.list(value);
                } catch (TemplateFailure e) {
                    throw e.at(place);
                }
                if (values.size() != several.targets().size()) {
                    throw new TemplateFailure(
                            several.targets().size() + " names stand for " + values.size() + " values", place);
                }
                for (int k = 0; k < values.size(); k++) {
                    assign(several.targets().get(k), values.get(k), scope, place);
                }
            }
        }
    }
}
