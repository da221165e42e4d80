package org.hydraworkbench.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.model.Parameter;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.DecoderKernel.Rates;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;

/**
 * AdamW (Loshchilov and Hutter 2019) over some parameters: keeps their two moments. Those that {@linkplain Parameter#decays decay} do.
 */
final class AdamW {

    private static final String FIRST = "first.";
    private static final String SECOND = "second.";

    private final List<String> order;
    private final List<Group> groups = new ArrayList<>();

    /** Parameters with one weight decay that take part after the same step. */
    private record Group(List<Parameter> parameters, List<Tensor> first, List<Tensor> second, double decay, long after) {

        List<Tensor> tensors() {
            return parameters.stream().map(Parameter::tensor).toList();
        }
    }

    /**
     * Moments of 0 for {@code parameters}, kept in {@code owner}.
     *
     * @param after by the name of a parameter the step after which it begins to be trained
     */
    AdamW(List<Parameter> parameters, double weightDecay, ToLongFunction<String> after, TensorScope owner) throws HydraException {
        this.order = parameters.stream().map(Parameter::name).toList();
        for (long begin : parameters.stream().mapToLong(each -> after.applyAsLong(each.name())).distinct().sorted().toArray()) {
            List<Parameter> own = parameters.stream().filter(each -> after.applyAsLong(each.name()) == begin).toList();
            add(own.stream().filter(Parameter::decays).toList(), weightDecay, begin, owner);
            add(own.stream().filter(parameter -> !parameter.decays()).toList(), 0, begin, owner);
        }
    }

    private void add(List<Parameter> parameters, double decay, long after, TensorScope owner) throws HydraException {
        if (parameters.isEmpty()) {
            return;
        }
        Group group = new Group(parameters, new ArrayList<>(), new ArrayList<>(), decay, after);
        for (Tensor tensor : group.tensors()) {
            group.first.add(owner.zeros(tensor.shape()));
            group.second.add(owner.zeros(tensor.shape()));
        }
        groups.add(group);
    }

    /**
     * Changes the parameters that take part.
     *
     * @param gradients by the names of these parameters
     * @param step number of this step, from 1
     * @param divisor what gradients are divided by first
     */
    void step(TensorScope scope, Map<String, Tensor> gradients, long step, double rate, double divisor) throws HydraException {
        for (Group group : groups) {
            if (step <= group.after) {
                continue;
            }
            List<Tensor> own = new ArrayList<>();
            for (Parameter parameter : group.parameters) {
                own.add(Objects.requireNonNull(gradients.get(parameter.name()), parameter.name()));
            }
            Rates rates = new Rates(rate, TrainOptions.BETA1, TrainOptions.BETA2, group.decay, TrainOptions.EPSILON);
            DecoderKernel.adamw(scope, group.tensors(), own, group.first, group.second, step - group.after, divisor, rates);
        }
    }

    /** The moments, under the names of their parameters. */
    Map<String, Tensor> moments() {
        Map<String, Tensor> moments = new LinkedHashMap<>();
        for (Group group : groups) {
            put(moments, FIRST, group, group.first);
            put(moments, SECOND, group, group.second);
        }
        return moments;
    }

    private static void put(Map<String, Tensor> moments, String kind, Group group, List<Tensor> tensors) {
        for (int i = 0; i < tensors.size(); i++) {
            moments.put(kind + group.parameters.get(i).name(), tensors.get(i));
        }
    }

    /** Reads what {@link #moments} gave. */
    void load(SavedTensors saved, TensorScope scope) throws HydraException {
        Map<String, Tensor> moments = moments();
        saved.read(List.copyOf(moments.keySet()), List.copyOf(moments.values()), scope);
    }

    /** Reads moments that are named by the place of their parameter among all trained ones, as they once were. */
    void loadByPlace(SavedTensors saved, TensorScope scope) throws HydraException {
        for (Group group : groups) {
            List<String> names = group.parameters.stream().map(Parameter::name).toList();
            saved.readByPlace(FIRST, names, order, group.first, scope);
            saved.readByPlace(SECOND, names, order, group.second, scope);
        }
    }
}
