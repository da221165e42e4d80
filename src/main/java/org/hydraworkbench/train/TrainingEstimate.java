package org.hydraworkbench.train;

import java.util.Optional;
import org.hydraworkbench.base.MachineMemory;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.Parameter;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.weights.TensorInfo;

/**
 * What a run will take, from the shape of the model and the types that its numbers are kept and computed in. Memory is an estimate of the
 * program itself, the weights, gradients, AdamW's two moments, the mean of the weights where one is kept, and what one step works out and keeps.
 *
 * @param parameters all weights of the body and its tables
 * @param trained weights that the plan trains
 * @param bytes memory
 * @param costPerToken multiply-adds for a token, forward and backward: two for each weight, as many again for the gradient of
 *     what went in, and as many for the gradient of each trained weight, and two more for each weight of the layers where they are run again; attention is left out
 */
public record TrainingEstimate(long parameters, long trained, long bytes, double costPerToken) {

    private static final int FLOAT = 4;

    /** Java, PyTorch's libraries, and the scores of a vocabulary for some tokens. */
    private static final long PROGRAM = 450_000_000;

    /** The estimate for a run in float32. */
    public static TrainingEstimate of(DecoderConfig config, TrainOptions options) {
        return of(config, options, FLOAT, FLOAT);
    }

    /** The estimate for a run of a model that is there. */
    static TrainingEstimate of(Decoder body, TrainOptions options) {
        return of(body.config(), options, body.keptType().bytes(), body.computed().bytes());
    }

    /**
     * @param kept bytes of a number of weights that are not trained
     * @param computed bytes of a number of what is worked out
     */
    static TrainingEstimate of(DecoderConfig config, TrainOptions options, int kept, int computed) {
        long all = Parameter.all(config, options.adapter()).stream().mapToLong(TensorInfo::elements).sum();
        long trained = Parameter.all(config, options.adapter()).stream()
                .filter(tensor -> options.trains(tensor.name(), config.layers()))
                .mapToLong(TensorInfo::elements)
                .sum();
        Thrift thrift = options.thrift();
        long tokens = Math.ceilDiv((long) options.batch(), thrift.parts()) * options.length();
        // Kept for the backward pass: in each layer about twelve vectors of the residual's width and four of the feed-forward's; of layers that
        // are run again only what goes in.
        long perLayer = 12L * config.hiddenSize() + 4L * config.intermediateSize();
        long keptOfLayers = thrift.recompute() ? config.layers() * (long) config.hiddenSize() + perLayer : config.layers() * perLayer;
        long activations = tokens * (keptOfLayers + perLayer); // on the way back the gradients of one layer's come to them
        int copies = options.average() > 0 ? 5 : 4;
        long cast = kept == computed && trained > 0 && computed != FLOAT ? (long) config.vocabularySize() * config.hiddenSize() : 0; // of a trained head
        // Weights of layers that are kept in another type are cast when they are run; the graph holds what is not run again.
        long layersCast = kept == computed ? 0 : (thrift.recompute() ? 1 : config.layers()) * config.layerParameters();
        long bytes = PROGRAM + kept * (all - trained) + (long) FLOAT * copies * trained + computed * (activations + cast + layersCast);
        // The input table is looked up, not multiplied.
        long multiplied = all - (config.tied() ? 0 : (long) config.vocabularySize() * config.hiddenSize());
        double again = thrift.recompute() ? 2.0 * config.layers() * config.layerParameters() : 0;
        return new TrainingEstimate(all, trained, bytes, 4.0 * multiplied + 2.0 * Math.min(trained, multiplied) + again);
    }

    /**
     * What a step would have to do for a run in float32 to fit into so much memory; of what fits that which takes the least time. Empty when
     * nothing of it would be enough.
     *
     * @param memory bytes
     */
    public static Optional<Thrift> thriftThatFits(DecoderConfig config, TrainOptions options, long memory) {
        for (boolean recompute : new boolean[] {false, true}) {
            for (int parts = 1; parts <= options.batch(); parts = parts < options.batch() ? Math.min(2 * parts, options.batch()) : parts + 1) {
                Thrift thrift = new Thrift(parts, recompute);
                if (of(config, options.withThrift(thrift)).bytes() <= memory) {
                    return Optional.of(thrift);
                }
            }
        }
        return Optional.empty();
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
