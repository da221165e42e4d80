package org.hydraworkbench.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.Parameter;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;

/**
 * Loss and gradients of a step, summed over what is predicted in all its batches.
 *
 * @param loss in nats
 * @param byName the gradient of each trained parameter
 */
record StepGradients(double loss, Map<String, Tensor> byName) {

    /**
     * Computes them.
     *
     * @param seed of what is dropped, another one for each step
     */
    static StepGradients of(
            TensorScope call, List<Batch> batches, TrainedParameters parameters, Decoder body, Regularisation regularisation, long seed)
            throws HydraException {
        DecoderKernel.Shares shares = new DecoderKernel.Shares(regularisation.labelSmoothing(), regularisation.dropout());
        double loss = 0;
        Map<String, Tensor> sums = new LinkedHashMap<>();
        for (Batch batch : batches) {
            TrainedParameters.Pass pass = parameters.passes().get(batch.direction());
            List<Tensor> results = DecoderKernel.gradients(
                    call,
                    call.ids(batch.ids(), batch.tables(), batch.rows(), batch.length()),
                    call.ids(batch.targets(), batch.rows(), batch.length()),
                    pass.parameters(),
                    pass.others(),
                    call.hostLongs(pass.choice()),
                    shares,
                    seed + batch.direction(),
                    body.rope(batch.length()),
                    body.shape());
            loss += results.getFirst().doubles()[0];
            add(call, sums, pass.names(), results.subList(1, results.size()));
        }
        for (Parameter parameter : parameters.trained()) {
            if (!sums.containsKey(parameter.name())) { // it takes part only in a direction that had no turn
                sums.put(parameter.name(), call.zeros(parameter.tensor().shape()));
            }
        }
        return new StepGradients(loss, sums);
    }

    private static void add(TensorScope call, Map<String, Tensor> sums, List<String> names, List<Tensor> gradients) throws HydraException {
        List<Tensor> into = new ArrayList<>();
        List<Tensor> more = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Tensor sum = sums.putIfAbsent(names.get(i), gradients.get(i));
            if (sum != null) {
                into.add(sum);
                more.add(gradients.get(i));
            }
        }
        if (!into.isEmpty()) {
            DecoderKernel.add(call, into, more);
        }
    }

    /** The common norm of all gradients. */
    double norm(TensorScope call) throws HydraException {
        return DecoderKernel.gradientNorm(call, List.copyOf(byName.values())).floats()[0];
    }
}
