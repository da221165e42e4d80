package org.hydraworkbench.train;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.Parameter;
import org.hydraworkbench.model.runtime.Tensor;

/** The parameters of a body, those among them that a plan trains, and whose gradient is whose. */
final class TrainedParameters {

    private final List<Tensor> all;
    private final long[] flags;
    private final List<Parameter> trained = new ArrayList<>();

    TrainedParameters(Decoder body, TrainPlan plan) {
        List<Parameter> parameters = body.parameters();
        this.all = parameters.stream().map(Parameter::tensor).toList();
        this.flags = new long[parameters.size()];
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < flags.length; i++) {
            Parameter parameter = parameters.get(i);
            // A tied head comes a second time under its name: it is trained once, and the kernel adds up its gradients.
            if (seen.add(parameter.name()) && plan.trains(parameter.name(), body.config().layers())) {
                flags[i] = 1;
                trained.add(parameter);
            }
        }
    }

    /** All tensors, in the kernel's order. */
    List<Tensor> all() {
        return all;
    }

    /** For each of {@link #all} 1 when it is trained, else 0. */
    long[] flags() {
        return flags;
    }

    /** Those that are trained, each once. */
    List<Parameter> trained() {
        return trained;
    }

    /** Gradients, which the kernel gives in the order of {@link #trained}, by name. */
    Map<String, Tensor> byName(List<Tensor> gradients) {
        Map<String, Tensor> named = new LinkedHashMap<>();
        for (int i = 0; i < trained.size(); i++) {
            named.put(trained.get(i).name(), gradients.get(i));
        }
        return named;
    }
}
