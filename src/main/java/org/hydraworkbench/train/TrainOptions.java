package org.hydraworkbench.train;

import java.util.Map;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.Adapter;
import org.jspecify.annotations.Nullable;

/**
 * How a model is trained.
 *
 * @param plan which weights are trained
 * @param steps optimiser steps of the whole run
 * @param batch sequences in a step
 * @param length tokens of a sequence
 * @param rate learning rate
 * @param weightDecay AdamW's, on matrices; norms have none
 * @param regularisation what keeps the model from learning the data by heart
 * @param clip gradients are scaled down to this common norm
 * @param seed of the order of the data, and of fresh weights
 * @param checkpointSeconds a checkpoint is written when so long has passed since the last
 * @param heldOut what is measured on the way, or null
 * @param thrift what a step does to need less memory
 * @param average steps over about which the weights that are measured and kept are a mean, see {@link AveragedWeights}; 0 keeps those of the last
 * @param details of the plan
 * @param keep how many of the last checkpoints are kept
 */
public record TrainOptions(
        TrainPlan plan,
        int steps,
        int batch,
        int length,
        LearningRate rate,
        double weightDecay,
        Regularisation regularisation,
        double clip,
        long seed,
        int checkpointSeconds,
        @Nullable HeldOut heldOut,
        Thrift thrift,
        int average,
        PlanDetails details,
        int keep) {

    /** Decay of the first moment. */
    static final double BETA1 = 0.9;

    /** Decay of the second moment; 0.95, as usual for language models, forgets a bad batch sooner than 0.999. */
    static final double BETA2 = 0.95;

    static final double EPSILON = 1e-8;

    /** @throws IllegalArgumentException with a sentence for each number that cannot be used, see {@link TrainNumber} */
    public TrainOptions {
        TrainNumber.require(Map.ofEntries(
                Map.entry(TrainNumber.STEPS, steps),
                Map.entry(TrainNumber.BATCH, batch),
                Map.entry(TrainNumber.LENGTH, length),
                Map.entry(TrainNumber.RATE, rate.peak()),
                Map.entry(TrainNumber.WARMUP, rate.warmup()),
                Map.entry(TrainNumber.WEIGHT_DECAY, weightDecay),
                Map.entry(TrainNumber.LABEL_SMOOTHING, regularisation.labelSmoothing()),
                Map.entry(TrainNumber.DROPOUT, regularisation.dropout()),
                Map.entry(TrainNumber.WORD_DROPOUT, regularisation.wordDropout()),
                Map.entry(TrainNumber.BPE_DROPOUT, regularisation.bpeDropout()),
                Map.entry(TrainNumber.CLIP, clip),
                Map.entry(TrainNumber.CHECKPOINT_SECONDS, checkpointSeconds),
                Map.entry(TrainNumber.AVERAGE, average),
                Map.entry(TrainNumber.KEEP, keep)));
        if (plan == TrainPlan.NAMED && details.names().isEmpty()) {
            throw new IllegalArgumentException("The plan named needs the names of what is trained.");
        }
    }

    /** Embeddings only, 8 sequences of 128 tokens, rate 1e-4 after 20 steps of warm-up, falling in a line; clip 1. */
    public static TrainOptions defaults() {
        return new TrainOptions(
                TrainPlan.EMBEDDINGS, 100, 8, 128, new LearningRate(1e-4, 20, LearningRate.Decay.LINEAR), 0.01, Regularisation.NONE, 1, 0, 60, null, Thrift.NONE, 0, PlanDetails.USUAL, 1);
    }

    /** Refuses sequences that are longer than a model's context, in tokens. */
    void requireContext(int context) throws UsageException {
        if (length > context) {
            throw new UsageException("A length of " + length + " is more than the model's context of " + context + " tokens.");
        }
    }

    public TrainOptions withPlan(TrainPlan value) {
        return new TrainOptions(
                value, steps, batch, length, rate, weightDecay, regularisation, clip, seed, checkpointSeconds, heldOut, thrift, average, details, keep);
    }

    /** A run of {@code value} steps; the rate rises in no more than these. */
    public TrainOptions withSteps(int value) {
        LearningRate fitted = new LearningRate(rate.peak(), Math.min(rate.warmup(), Math.max(0, value)), rate.decay());
        return new TrainOptions(
                plan, value, batch, length, fitted, weightDecay, regularisation, clip, seed, checkpointSeconds, heldOut, thrift, average, details, keep);
    }

    /** {@code newBatch} sequences of {@code newLength} tokens in a step. */
    public TrainOptions withBatch(int newBatch, int newLength) {
        return new TrainOptions(
                plan, steps, newBatch, newLength, rate, weightDecay, regularisation, clip, seed, checkpointSeconds, heldOut, thrift, average, details, keep);
    }

    public TrainOptions withRate(LearningRate value) {
        return new TrainOptions(
                plan, steps, batch, length, value, weightDecay, regularisation, clip, seed, checkpointSeconds, heldOut, thrift, average, details, keep);
    }

    /** A rate that rises to {@code peak} in {@code warmup} steps. */
    public TrainOptions withRate(double peak, int warmup) {
        return withRate(new LearningRate(peak, warmup, rate.decay()));
    }

    public TrainOptions withWeightDecay(double value) {
        return new TrainOptions(plan, steps, batch, length, rate, value, regularisation, clip, seed, checkpointSeconds, heldOut, thrift, average, details, keep);
    }

    public TrainOptions withRegularisation(Regularisation value) {
        return new TrainOptions(
                plan, steps, batch, length, rate, weightDecay, value, clip, seed, checkpointSeconds, heldOut, thrift, average, details, keep);
    }

    public TrainOptions withClip(double value) {
        return new TrainOptions(
                plan, steps, batch, length, rate, weightDecay, regularisation, value, seed, checkpointSeconds, heldOut, thrift, average, details, keep);
    }

    public TrainOptions withSeed(long value) {
        return new TrainOptions(
                plan, steps, batch, length, rate, weightDecay, regularisation, clip, value, checkpointSeconds, heldOut, thrift, average, details, keep);
    }

    public TrainOptions withCheckpointSeconds(int value) {
        return new TrainOptions(plan, steps, batch, length, rate, weightDecay, regularisation, clip, seed, value, heldOut, thrift, average, details, keep);
    }

    /** Measures {@code value} on the way; null measures nothing. */
    public TrainOptions withHeldOut(@Nullable HeldOut value) {
        return new TrainOptions(
                plan, steps, batch, length, rate, weightDecay, regularisation, clip, seed, checkpointSeconds, value, thrift, average, details, keep);
    }

    /** Keeps the mean of the weights over about the last {@code value} steps; with 0 those of the last. */
    public TrainOptions withAverage(int value) {
        return new TrainOptions(
                plan, steps, batch, length, rate, weightDecay, regularisation, clip, seed, checkpointSeconds, heldOut, thrift, value, details, keep);
    }

    public TrainOptions withThrift(Thrift value) {
        return new TrainOptions(
                plan, steps, batch, length, rate, weightDecay, regularisation, clip, seed, checkpointSeconds, heldOut, value, average, details, keep);
    }

    public TrainOptions withDetails(PlanDetails value) {
        return new TrainOptions(
                plan, steps, batch, length, rate, weightDecay, regularisation, clip, seed, checkpointSeconds, heldOut, thrift, average, value, keep);
    }

    /** Keeps the last {@code value} checkpoints. */
    public TrainOptions withKeep(int value) {
        return new TrainOptions(
                plan, steps, batch, length, rate, weightDecay, regularisation, clip, seed, checkpointSeconds, heldOut, thrift, average, details, value);
    }

    /** Whether a parameter of a model of so many layers is trained, at the end of the run at least. */
    boolean trains(String name, int layers) {
        return plan.trains(name, layers, details);
    }

    /** What is learnt beside the matrices of the layers; null where nothing is. */
    public @Nullable Adapter adapter() {
        return plan.adapts() ? new Adapter(plan == TrainPlan.DORA, details.rank(), details.alpha()) : null;
    }
}
