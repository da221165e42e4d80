package org.hydraworkbench.train;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.Parameter;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.Targets;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;

/**
 * Loss and gradients of a step, summed over what is predicted in all its batches.
 *
 * @param loss in nats
 * @param byName the gradient of each trained parameter
 */
record StepGradients(double loss, Map<String, Tensor> byName) {

    /** Gradients that are added up. */
    static final class Sums {

        private final TensorScope scope;
        private final Map<String, Tensor> byName = new LinkedHashMap<>();
        private final List<Tensor> losses = new ArrayList<>();

        /** Sums that are kept in {@code scope}. */
        private Sums(TensorScope scope) {
            this.scope = scope;
        }

        void addLoss(Tensor loss) {
            loss.moveTo(scope);
            losses.add(loss);
        }

        /** All losses; what is to be computed is ordered by then, so that the device is waited for once. */
        private double loss() throws HydraException {
            double sum = 0;
            for (Tensor loss : losses) {
                sum += loss.doubles()[0];
            }
            return sum;
        }

        void add(String name, Tensor gradient) throws HydraException {
            add(List.of(name), List.of(gradient));
        }

        /** Adds gradients, each to that of its name; those that are the first of theirs are taken over. */
        void add(List<String> names, List<Tensor> gradients) throws HydraException {
            List<Tensor> into = new ArrayList<>();
            List<Tensor> more = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                Tensor sum = byName.putIfAbsent(names.get(i), gradients.get(i));
                if (sum == null) {
                    gradients.get(i).moveTo(scope);
                } else {
                    into.add(sum);
                    more.add(gradients.get(i));
                }
            }
            if (!into.isEmpty()) {
                try (TensorScope call = scope.child()) {
                    DecoderKernel.add(call, into, more);
                }
            }
        }
    }

    /**
     * Computes them.
     *
     * @param scope keeps the gradients
     * @param options how batches are worked through
     * @param seed of what is dropped, another one for each step
     */
    static StepGradients of(
            TensorScope scope, List<Batch> batches, TrainedParameters parameters, Decoder body, TrainOptions options, long seed)
            throws HydraException {
        int layersAtOnce = options.thrift().recompute() ? 1 : body.config().layers();
        Sums sums = new Sums(scope);
        List<List<Batch>> all = batches.stream().map(batch -> batch.parts(options.thrift().parts())).toList();
        Iterator<BatchGradients.Input> inputs = inputs(scope, all.stream().flatMap(List::stream).toList()).iterator();
        for (List<Batch> parts : all) {
            for (int i = 0; i < parts.size(); i++) {
                Batch batch = parts.get(i);
                try (TensorScope call = scope.child()) {
                    long own = (seed + batch.direction()) * options.thrift().parts() + i;
                    BatchGradients.add(
                            call, inputs.next(), parameters.passes().get(batch.direction()), body, options.regularisation(), layersAtOnce, own, sums);
                }
            }
        }
        for (Parameter parameter : parameters.trained()) {
            if (!sums.byName.containsKey(parameter.name())) { // it takes part only in a direction that had no turn
                sums.byName.put(parameter.name(), scope.zeros(parameter.tensor().shape()));
            }
        }
        return new StepGradients(sums.loss(), sums.byName);
    }

    /** All that a step reads, brought to the device at once. */
    private static List<BatchGradients.Input> inputs(TensorScope scope, List<Batch> batches) throws HydraException {
        List<int[]> numbers = new ArrayList<>();
        for (Batch batch : batches) {
            numbers.addAll(List.of(batch.ids(), batch.places(), batch.wanted()));
        }
        List<Tensor> sent = scope.rows(numbers);
        List<BatchGradients.Input> inputs = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            Batch batch = batches.get(i);
            Tensor ids = sent.get(3 * i).reshaped(batch.tables(), batch.rows(), batch.length());
            inputs.add(new BatchGradients.Input(ids, new Targets(sent.get(3 * i + 1), sent.get(3 * i + 2)), batch.length()));
        }
        return inputs;
    }

    /** The common norm of all gradients. */
    double norm(TensorScope call) throws HydraException {
        return DecoderKernel.gradientNorm(call, List.copyOf(byName.values())).floats()[0];
    }
}
