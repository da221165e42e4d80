package org.hydraworkbench.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.DecoderKernel.Dropped;
import org.hydraworkbench.model.runtime.DecoderKernel.Layers;
import org.hydraworkbench.model.runtime.Targets;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;
import org.hydraworkbench.train.TrainedParameters.Pass;
import org.hydraworkbench.train.TrainedParameters.Weight;

/**
 * Forward and backward through a decoder for one batch. Layers go in groups. What is computed inside of a group is kept for the gradients of the
 * last one only; of the others what goes in is kept, and they are run again on the way back (Chen et al. 2016, "Training deep nets with
 * sublinear memory cost"): with groups of one layer a third more is computed, and no more than one layer's work is held at a time.
 */
final class BatchGradients {

    private final TensorScope call;
    private final Pass pass;
    private final Decoder body;
    private final Regularisation regularisation;
    private final long seed;
    private final StepGradients.Sums sums;
    private final List<Group> groups = new ArrayList<>();

    /**
     * A batch on the device.
     *
     * @param ids int64 [T, B, L]
     * @param length L
     */
    record Input(Tensor ids, Targets targets, int length) {}

    /** Layers that are run in one call; the {@code number} is the first one's. */
    private record Group(List<Weight> weights, int number) {

        Layers layers() {
            return new Layers(weights.stream().map(Weight::tensor).toList(), number);
        }
    }

    private BatchGradients(
            TensorScope call, Pass pass, Decoder body, Regularisation regularisation, int layersAtOnce, long seed, StepGradients.Sums sums) {
        this.call = call;
        this.pass = pass;
        this.body = body;
        this.regularisation = regularisation;
        this.seed = seed;
        this.sums = sums;
        int each = pass.layers().size() / body.config().layers();
        for (int layer = 0; layer < body.config().layers(); layer += layersAtOnce) {
            int end = Math.min(layer + layersAtOnce, body.config().layers());
            groups.add(new Group(pass.layers().subList(layer * each, end * each), layer));
        }
    }

    /**
     * Adds the loss, summed over what is predicted, and the gradients of a batch to {@code sums}, which outlive {@code call}.
     *
     * @param layersAtOnce layers of a group
     * @param seed of what is dropped
     */
    static void add(
            TensorScope call,
            Input batch,
            Pass pass,
            Decoder body,
            Regularisation regularisation,
            int layersAtOnce,
            long seed,
            StepGradients.Sums sums)
            throws HydraException {
        new BatchGradients(call, pass, body, regularisation, layersAtOnce, seed, sums).add(batch);
    }

    private void add(Input batch) throws HydraException {
        Tensor rope = body.rope(batch.length());
        List<Tensor> tables = pass.inputs().stream().map(Weight::tensor).toList();
        List<Tensor> inputs = new ArrayList<>();
        List<Tensor> outer = pass.outer().stream().map(Weight::tensor).toList();
        inputs.add(DecoderKernel.enter(call, tables, outer, batch.ids(), dropped(0), body.shape()));
        int last = groups.size() - 1;
        for (int i = 0; i < last; i++) {
            inputs.add(DecoderKernel.through(call, inputs.get(i), groups.get(i).layers(), dropped(1 + i), rope, body.shape()));
        }
        boolean further = isTrainedBefore(last);
        List<Weight> chosen = new ArrayList<>(List.of(pass.norm(), pass.head()));
        chosen.addAll(groups.get(last).weights());
        List<Tensor> results = DecoderKernel.gradients(
                call, inputs.get(last), batch.targets(), pass.norm().tensor(), pass.head().tensor(), groups.get(last).layers(), choice(further, chosen),
                regularisation.labelSmoothing(), dropped(1 + last), rope, body.shape());
        sums.addLoss(results.getFirst());
        int taken = 1;
        if (pass.head().trained()) {
            sums.add(pass.head().parameter().name(), results.get(taken++));
        }
        Tensor upstream = further ? results.get(taken++) : null;
        chosen.remove(pass.head());
        sums.add(names(chosen), results.subList(taken, results.size()));
        for (int i = last - 1; i >= 0 && upstream != null; i--) {
            further = isTrainedBefore(i);
            List<Weight> weights = groups.get(i).weights();
            List<Tensor> back = isTrained(weights) || further
                    ? DecoderKernel.throughBack(call, inputs.get(i), upstream, groups.get(i).layers(), choice(further, weights), dropped(1 + i), rope, body.shape())
                    : List.of();
            inputs.remove(i + 1).close();
            upstream.close();
            upstream = further ? back.getFirst() : null;
            sums.add(names(weights), back.subList(further ? 1 : 0, back.size()));
        }
        if (upstream != null) {
            List<Weight> entered = entered();
            List<Boolean> trained = new ArrayList<>(entered.stream().map(Weight::trained).toList());
            trained.add(pass.inputs().size(), false); // the final norm, which is not met on the way in
            sums.add(names(entered), DecoderKernel.enterBack(call, tables, outer, batch.ids(), upstream, trained, dropped(0), body.shape()));
        }
    }

    /** What is met before the first layer. */
    private List<Weight> entered() {
        return Stream.concat(pass.inputs().stream(), pass.outer().stream().skip(1)).toList();
    }

    /** Whether anything before a group is trained, so that the gradient of what goes into it is asked for. */
    private boolean isTrainedBefore(int group) {
        return isTrained(entered()) || groups.subList(0, group).stream().anyMatch(each -> isTrained(each.weights()));
    }

    private static boolean isTrained(List<Weight> weights) {
        return weights.stream().anyMatch(Weight::trained);
    }

    private static List<Boolean> choice(boolean input, List<Weight> weights) {
        return Stream.concat(Stream.of(input), weights.stream().map(Weight::trained)).toList();
    }

    private static List<String> names(List<Weight> weights) {
        return weights.stream().filter(Weight::trained).map(weight -> weight.parameter().name()).toList();
    }

    /** What is dropped in the embeddings (0) or a group: the same when it is run again. */
    private Dropped dropped(int place) {
        return new Dropped(regularisation.dropout(), seed * (body.config().layers() + 1L) + place);
    }
}
