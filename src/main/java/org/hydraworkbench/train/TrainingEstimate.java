package org.hydraworkbench.train;

import org.hydraworkbench.base.MachineMemory;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.model.Parameter;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.weights.TensorInfo;

/**
 * What a run will take, from the shape of the model alone. Memory is an estimate of what weights, gradients, AdamW's two
 * moments, the mean of the weights where one is kept, and the activations of one step need in float32; the program itself comes on top.
 *
 * @param parameters all weights of the body and its tables
 * @param trained weights that the plan trains
 * @param bytes memory
 * @param costPerToken multiply-adds for a token, forward and backward: two for each weight, as many again for the gradient of
 *     what went in, and as many for the gradient of each trained weight; attention is left out
 */
public record TrainingEstimate(long parameters, long trained, long bytes, double costPerToken) {

    private static final int FLOAT = 4;

    /** The estimate for a run. */
    public static TrainingEstimate of(DecoderConfig config, TrainOptions options) {
        long all = config.parameters();
        long trained = Parameter.all(config).stream()
                .filter(tensor -> options.plan().trains(tensor.name(), config.layers()))
                .mapToLong(TensorInfo::elements)
                .sum();
        long tokens = (long) options.batch() * options.length();
        // Kept for the backward pass: in each layer about eight vectors of the residual's width and three of the
        // feed-forward's; at the end the scores of the whole vocabulary, their softmax and its gradient.
        long perLayer = 8L * config.hiddenSize() + 3L * config.intermediateSize();
        long activations = tokens * (config.layers() * perLayer + 3L * config.vocabularySize());
        int copies = options.average() > 0 ? 4 : 3;
        long bytes = FLOAT * (all + copies * trained + activations);
        // The input table is looked up, not multiplied.
        long multiplied = all - (config.tied() ? 0 : (long) config.vocabularySize() * config.hiddenSize());
        return new TrainingEstimate(all, trained, bytes, 4.0 * multiplied + 2.0 * Math.min(trained, multiplied));
    }

    /**
     * Refuses a run before its first step, and a model from nothing before it is made.
     *
     * @throws ResourceException when the run takes more memory than this machine has
     */
    void requireMemory(TensorRuntime runtime) throws ResourceException {
        if (!runtime.usesGpu()) {
            MachineMemory.require("training a model of these sizes, with gradients, moments and what a step keeps,", bytes);
        }
    }

    /**
     * Seconds for a run of {@code tokens}, from the speed of another run on the same machine.
     *
     * @param tokensPerSecond of that run
     * @param itsCostPerToken of that run
     */
    public double seconds(double tokens, double tokensPerSecond, double itsCostPerToken) {
        return tokens * costPerToken / (tokensPerSecond * itsCostPerToken);
    }
}
