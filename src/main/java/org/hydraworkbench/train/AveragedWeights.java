package org.hydraworkbench.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.model.Parameter;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;

/**
 * The mean of the trained weights w over about the last N steps (Polyak and Juditsky 1992), which is better than where the last step happens
 * to be: m ← m + (w − m) · max(1/t, 1/N) after step t, the plain mean at first and an exponential one from step N on, as in Marian
 * (Junczys-Dowmunt et al. 2018). The optimiser goes on from w. Takes one copy of the trained weights; with N = 0 it is off and takes nothing.
 */
final class AveragedWeights {

    private static final String RAW = "raw.";

    private final int steps;
    private final List<String> names = new ArrayList<>();
    private final List<Tensor> weights = new ArrayList<>();

    /** The mean; the weights themselves {@linkplain #use while it is used}. */
    private final List<Tensor> mean = new ArrayList<>();

    /** What is done with the mean. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws HydraException;
    }

    /**
     * A mean of {@code trained}, kept in {@code owner}.
     *
     * @param steps N
     */
    AveragedWeights(List<Parameter> trained, int steps, TensorScope owner) throws HydraException {
        this.steps = steps;
        for (Parameter parameter : trained) {
            names.add(RAW + parameter.name());
            weights.add(parameter.tensor());
            if (isOn()) {
                mean.add(owner.zeros(parameter.tensor().shape()));
            }
        }
    }

    private boolean isOn() {
        return steps > 0;
    }

    /** Takes in the weights after step {@code step}, counted from 1. */
    void take(TensorScope call, long step) throws HydraException {
        if (isOn()) {
            DecoderKernel.lerp(call, mean, weights, Math.max(1.0 / step, 1.0 / steps));
        }
    }

    /** Does something while the model has the mean in place of its weights; where it is off, as it is. */
    <T> T use(TensorScope scope, Work<T> work) throws HydraException {
        exchange(scope);
        try {
            return work.run();
        } finally {
            exchange(scope);
        }
    }

    private void exchange(TensorScope scope) throws HydraException {
        if (isOn()) {
            try (TensorScope call = scope.child()) {
                DecoderKernel.exchange(call, weights, mean);
            }
        }
    }

    /** The weights themselves {@linkplain #use while the mean is used}, under names for a checkpoint; none where it is off. */
    Map<String, Tensor> raw() {
        Map<String, Tensor> raw = new LinkedHashMap<>();
        for (int i = 0; i < mean.size(); i++) {
            raw.put(names.get(i), mean.get(i));
        }
        return raw;
    }

    /**
     * Goes on from a checkpoint, whose model was just loaded. Without a mean in it, the mean begins at its weights.
     *
     * @param saved has the weights themselves where {@code averaged}
     * @param averaged whether that model has a mean in place of them
     */
    void goOn(SavedTensors saved, boolean averaged, TensorScope scope) throws HydraException {
        try (TensorScope call = scope.child()) {
            if (averaged) {
                saved.read(names, isOn() ? mean : weights, call);
                exchange(call);
            } else {
                take(call, 1);
            }
        }
    }
}
