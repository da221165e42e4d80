package org.hydraworkbench.model.family;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hydraworkbench.base.InputException;

/** What the gate, or where there is none what goes up, goes through. */
public enum Activation {
    /** x · sigmoid(x). */
    SILU("silu", "silu", "swish"),
    /** The Gaussian error linear unit (Hendrycks and Gimpel 2016). */
    GELU("gelu", "gelu"),
    /** The same, by its approximation with tanh. */
    GELU_TANH("gelu-tanh", "gelu_pytorch_tanh", "gelu_new", "gelu_fast"),
    /** Squares above 0, an exponential below, with two numbers that each layer has (xIELU: Huang and Schlag 2024). */
    XIELU("xielu", "xielu");

    private final String part;
    private final List<String> names;

    /** @param names in configurations */
    Activation(String part, String... names) {
        this.part = part;
        this.names = List.of(names);
    }

    /** The kernel's part. */
    String part() {
        return part;
    }

    /**
     * The one that a configuration names.
     *
     * @param otherwise where it does not say
     * @throws InputException where it names another than these
     */
    static Activation read(ConfigFields config, String key, Activation otherwise) throws InputException {
        String name = config.text(key, otherwise.names.getFirst());
        for (Activation each : values()) {
            if (each.names.contains(name)) {
                return each;
            }
        }
        String known = Arrays.stream(values()).flatMap(each -> each.names.stream()).collect(Collectors.joining(", "));
        throw config.wrong(key + " is \"" + name + "\"; only these are supported: " + known);
    }
}
