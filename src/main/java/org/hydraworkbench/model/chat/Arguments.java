package org.hydraworkbench.model.chat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a function, method, filter or test is called with. */
record Arguments(List<Object> positional, Map<String, Object> named) {

    /** The same without the first positional ones. */
    Arguments without(int count) {
        return new Arguments(positional.subList(Math.min(count, positional.size()), positional.size()), named);
    }

    /**
     * Gives the parameters their values.
     *
     * @param who whose parameters they are, for messages
     * @param required how many parameters must have one
     * @throws TemplateFailure when there are too few or too many or one has a name that is none of a parameter's
     */
    Bound bind(String who, int required, String... parameters) {
        if (positional.size() > parameters.length) {
            throw new TemplateFailure(who + " takes no more than " + parameters.length + " arguments, but is given " + positional.size());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (int k = 0; k < positional.size(); k++) {
            values.put(parameters[k], positional.get(k));
        }
        named.forEach((name, value) -> {
            if (!Arrays.asList(parameters).contains(name) || values.put(name, value) != null) {
                throw new TemplateFailure(who + " cannot take an argument '" + name + "' here");
            }
        });
        for (int k = 0; k < required; k++) {
            if (!values.containsKey(parameters[k])) {
                throw new TemplateFailure(who + " needs the argument '" + parameters[k] + "'");
            }
        }
        return new Bound(who, values);
    }

    /**
     * Parameters with their values.
     *
     * @param who whose
     */
    record Bound(String who, Map<String, Object> values) {

        /** The value of a parameter that is required. */
        Object get(String parameter) {
            return or(parameter, None.NONE);
        }

        Object or(String parameter, Object otherwise) {
            return values.getOrDefault(parameter, otherwise);
        }

        /** None counts as not given. */
        @Nullable Object orNull(String parameter) {
            Object value = values.get(parameter);
            return value == None.NONE ? null : value;
        }

        /** A text, which must be given. */
        String text(String parameter) {
            if (get(parameter) instanceof String text) {
                return text;
            }
            throw wrong(parameter, "a text");
        }

        /** A whole number. */
        int integer(String parameter, int otherwise) {
            Object value = or(parameter, (long) otherwise);
            if (value instanceof Boolean flag) {
                return flag ? 1 : 0;
            }
            if (value instanceof Long number && Math.abs(number) <= Integer.MAX_VALUE) {
                return number.intValue();
            }
            throw wrong(parameter, "a whole number");
        }

        boolean flag(String parameter) {
            return Values.isTrue(or(parameter, false));
        }

        TemplateFailure wrong(String parameter, String wanted) {
            return get(parameter) instanceof Undefined undefined
                    ? undefined.failure()
                    : new TemplateFailure("the argument '" + parameter + "' of " + who + " should be " + wanted + ", not "
                            + Values.typeName(get(parameter)));
        }
    }
}
