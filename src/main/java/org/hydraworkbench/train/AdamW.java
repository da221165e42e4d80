package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.model.Parameter;
import org.hydraworkbench.model.TensorFiles;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.DecoderKernel.Rates;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;

/**
 * AdamW (Loshchilov and Hutter 2019) over some parameters: keeps their two moments. Those that {@linkplain Parameter#decays decay} do.
 */
final class AdamW {

    private final List<String> order;
    private final List<Group> groups = new ArrayList<>();

    /** Parameters with one weight decay. */
    private record Group(List<Parameter> parameters, List<Tensor> first, List<Tensor> second, double decay) {

        List<Tensor> tensors() {
            return parameters.stream().map(Parameter::tensor).toList();
        }
    }

    /** Moments of 0 for {@code parameters}, kept in {@code owner}. */
    AdamW(List<Parameter> parameters, double weightDecay, TensorScope owner) throws HydraException {
        this.order = parameters.stream().map(Parameter::name).toList();
        add(parameters.stream().filter(Parameter::decays).toList(), weightDecay, owner);
        add(parameters.stream().filter(parameter -> !parameter.decays()).toList(), 0, owner);
    }

    private void add(List<Parameter> parameters, double decay, TensorScope owner) throws HydraException {
        if (parameters.isEmpty()) {
            return;
        }
        Group group = new Group(parameters, new ArrayList<>(), new ArrayList<>(), decay);
        for (Tensor tensor : group.tensors()) {
            group.first.add(owner.zeros(tensor.shape()));
            group.second.add(owner.zeros(tensor.shape()));
        }
        groups.add(group);
    }

    /**
     * Changes the parameters.
     *
     * @param gradients by the names of the parameters
     * @param step number of this step, from 1
     * @param divisor what gradients are divided by first
     */
    void step(TensorScope scope, Map<String, Tensor> gradients, long step, double rate, double divisor) throws HydraException {
        for (Group group : groups) {
            List<Tensor> own = new ArrayList<>();
            for (Parameter parameter : group.parameters) {
                own.add(Objects.requireNonNull(gradients.get(parameter.name()), parameter.name()));
            }
            Rates rates = new Rates(rate, TrainOptions.BETA1, TrainOptions.BETA2, group.decay, TrainOptions.EPSILON);
            DecoderKernel.adamw(scope, group.tensors(), own, group.first, group.second, step, divisor, rates);
        }
    }

    /** The moments, under the names of their parameters. */
    Map<String, Tensor> moments() {
        List<String> names = names(name -> name);
        List<Tensor> tensors = tensors();
        Map<String, Tensor> moments = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            moments.put(names.get(i), tensors.get(i));
        }
        return moments;
    }

    /** Reads what {@link #moments} gave, from a file of tensors. */
    void load(Path file, TensorScope scope) throws HydraException {
        TensorFiles.read(file, names(name -> name), tensors(), scope);
    }

    /** Reads moments that are named by the place of their parameter among all trained ones, as they once were. */
    void loadByPlace(Path file, TensorScope scope) throws HydraException {
        TensorFiles.read(file, names(name -> "" + order.indexOf(name)), tensors(), scope);
    }

    private List<String> names(UnaryOperator<String> called) {
        List<String> names = new ArrayList<>();
        for (Group group : groups) {
            group.parameters.forEach(parameter -> names.add("first." + called.apply(parameter.name())));
            group.parameters.forEach(parameter -> names.add("second." + called.apply(parameter.name())));
        }
        return names;
    }

    private List<Tensor> tensors() {
        List<Tensor> tensors = new ArrayList<>();
        for (Group group : groups) {
            tensors.addAll(group.first);
            tensors.addAll(group.second);
        }
        return tensors;
    }
}
