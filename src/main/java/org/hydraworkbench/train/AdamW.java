package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.model.TensorFiles;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.DecoderKernel.Rates;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;

/**
 * AdamW (Loshchilov and Hutter 2019) over some parameters: keeps their two moments. Matrices are decayed, vectors (the norms)
 * are not.
 */
final class AdamW {

    private final List<Group> groups = new ArrayList<>();

    /** Parameters with one weight decay, by their place among all trained parameters. */
    private record Group(List<Integer> places, List<Tensor> parameters, List<Tensor> first, List<Tensor> second, double decay) {}

    /** Moments of 0 for {@code parameters}, kept in {@code owner}. */
    AdamW(List<Tensor> parameters, double weightDecay, TensorScope owner) {
        add(parameters, true, weightDecay, owner);
        add(parameters, false, 0, owner);
    }

    private void add(List<Tensor> parameters, boolean matrices, double decay, TensorScope owner) {
        Group group = new Group(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), decay);
        for (int i = 0; i < parameters.size(); i++) {
            Tensor parameter = parameters.get(i);
            if (parameter.shape().length > 1 == matrices) {
                group.places.add(i);
                group.parameters.add(parameter);
                group.first.add(owner.zeros(parameter.shape()));
                group.second.add(owner.zeros(parameter.shape()));
            }
        }
        if (!group.places.isEmpty()) {
            groups.add(group);
        }
    }

    /**
     * Changes the parameters.
     *
     * @param gradients one for each parameter, in order
     * @param step number of this step, from 1
     * @param divisor what gradients are divided by first
     */
    void step(TensorScope scope, List<Tensor> gradients, long step, double rate, double divisor) throws HydraException {
        for (Group group : groups) {
            List<Tensor> own = group.places.stream().map(gradients::get).toList();
            Rates rates = new Rates(rate, TrainOptions.BETA1, TrainOptions.BETA2, group.decay, TrainOptions.EPSILON);
            DecoderKernel.adamw(scope, group.parameters, own, group.first, group.second, step, divisor, rates);
        }
    }

    void save(Path file, TensorScope scope) throws HydraException {
        TensorFiles.write(file, names(), moments(), scope);
    }

    void load(Path file, TensorScope scope) throws HydraException {
        TensorFiles.read(file, names(), moments(), scope);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (Group group : groups) {
            group.places.forEach(place -> names.add("first." + place));
            group.places.forEach(place -> names.add("second." + place));
        }
        return names;
    }

    private List<Tensor> moments() {
        List<Tensor> tensors = new ArrayList<>();
        for (Group group : groups) {
            tensors.addAll(group.first);
            tensors.addAll(group.second);
        }
        return tensors;
    }
}
