package org.hydraworkbench.model.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A macro of a template: what its body writes is the value of a call.
 *
 * @param scope where it was defined, whose variables it sees
 */
record Macro(Statement.Macro definition, Scope scope, Renderer renderer) implements Function {

    String name() {
        return definition.name();
    }

    @Override
    public Object call(Arguments arguments) {
        List<Statement.Parameter> parameters = definition.parameters();
        List<Object> positional = arguments.positional();
        Map<String, Object> named = new LinkedHashMap<>(arguments.named());
        Scope inside = new Scope(scope);
        for (int k = 0; k < parameters.size(); k++) {
            Statement.Parameter parameter = parameters.get(k);
            Object given = k < positional.size() ? positional.get(k) : named.remove(parameter.name());
            if (given != null) {
                inside.set(parameter.name(), given);
            }
        }
        int more = Math.min(parameters.size(), positional.size());
        if (definition.takesMore()) {
            inside.set("varargs", new Tuple(positional.subList(more, positional.size())));
        } else if (positional.size() > more) {
            throw new TemplateFailure("the macro '" + name() + "' takes no more than " + parameters.size() + " arguments");
        }
        if (definition.takesMoreNamed()) {
            inside.set("kwargs", new LinkedHashMap<Object, Object>(named));
        } else if (!named.isEmpty()) {
            throw new TemplateFailure("the macro '" + name() + "' takes no argument '" + named.keySet().iterator().next() + "' here");
        }
        return renderer.macro(definition, inside);
    }

    /** Macros are equal only to themselves. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
