package org.hydraworkbench.model.chat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Variables of a loop's turn, a macro or the template, inside of those around it. */
final class Scope {

    private final @Nullable Scope around;
    private final Map<String, Object> values = new HashMap<>();

    Scope(@Nullable Scope around) {
        this.around = around;
    }

    /** A variable of this scope or the nearest around it that has it. */
    Object get(String name) {
        for (Scope scope = this; scope != null; scope = scope.around) {
            Object value = scope.values.get(name);
            if (value != null) {
                return value;
            }
        }
        return new Undefined("'" + name + "' is undefined");
    }

    /** Whether a variable is of this scope itself. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Gives a variable of this scope a value. */
    void set(String name, Object value) {
        values.put(name, value);
    }
}
