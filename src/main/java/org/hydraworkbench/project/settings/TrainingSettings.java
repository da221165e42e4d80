package org.hydraworkbench.project.settings;

import org.hydraworkbench.train.LearningRate;
import org.hydraworkbench.train.TrainPlan;
import org.jspecify.annotations.Nullable;

/**
 * How to tune a model of a project.
 *
 * @param material what it learns from
 * @param plan which weights are trained
 * @param steps optimiser steps
 * @param batch sequences in a step
 * @param length most tokens of a sequence
 * @param rate highest learning rate
 * @param warmup steps in which the rate rises
 * @param decay what the rate does then
 * @param weightDecay AdamW's
 * @param seed of the order of the data
 * @param checkpointSeconds seconds between checkpoints
 * @param template name of the prompt template for pairs; null for the Hydra's usual one
 */
public record TrainingSettings(
        Material material,
        TrainPlan plan,
        int steps,
        int batch,
        int length,
        double rate,
        int warmup,
        LearningRate.Decay decay,
        double weightDecay,
        long seed,
        int checkpointSeconds,
        @Nullable String template) {

    /** What a model learns from. */
    public enum Material {
        /** The training pairs: the current Hydra learns to translate; what comes out is a Hydra. */
        PAIRS,
        /** The target side of the training pairs: the model with new tables learns to write the language. */
        TARGET_TEXT
    }

    /** A minute or so on a small model: all weights of the Hydra, 300 steps of 16 pairs. */
    public static TrainingSettings defaults() {
        return new TrainingSettings(
                Material.PAIRS, TrainPlan.FULL, 300, 16, 96, 1e-3, 30, LearningRate.Decay.LINEAR, 0.01, 1, 60, null);
    }

    public TrainingSettings withMaterial(Material value) {
        return new TrainingSettings(
                value, plan, steps, batch, length, rate, warmup, decay, weightDecay, seed, checkpointSeconds, template);
    }

    public TrainingSettings withPlan(TrainPlan value) {
        return new TrainingSettings(
                material, value, steps, batch, length, rate, warmup, decay, weightDecay, seed, checkpointSeconds, template);
    }

    public TrainingSettings withSteps(int value) {
        return new TrainingSettings(
                material, plan, value, batch, length, rate, warmup, decay, weightDecay, seed, checkpointSeconds, template);
    }

    /** {@code newBatch} sequences of at most {@code newLength} tokens in a step. */
    public TrainingSettings withBatch(int newBatch, int newLength) {
        return new TrainingSettings(
                material, plan, steps, newBatch, newLength, rate, warmup, decay, weightDecay, seed, checkpointSeconds, template);
    }

    /** A rate that rises for {@code newWarmup} steps. */
    public TrainingSettings withRate(double newRate, int newWarmup) {
        return new TrainingSettings(
                material, plan, steps, batch, length, newRate, newWarmup, decay, weightDecay, seed, checkpointSeconds, template);
    }

    public TrainingSettings withDecay(LearningRate.Decay value) {
        return new TrainingSettings(
                material, plan, steps, batch, length, rate, warmup, value, weightDecay, seed, checkpointSeconds, template);
    }

    public TrainingSettings withWeightDecay(double value) {
        return new TrainingSettings(
                material, plan, steps, batch, length, rate, warmup, decay, value, seed, checkpointSeconds, template);
    }

    public TrainingSettings withSeed(long value) {
        return new TrainingSettings(
                material, plan, steps, batch, length, rate, warmup, decay, weightDecay, value, checkpointSeconds, template);
    }

    public TrainingSettings withCheckpointSeconds(int value) {
        return new TrainingSettings(
                material, plan, steps, batch, length, rate, warmup, decay, weightDecay, seed, value, template);
    }

    public TrainingSettings withTemplate(@Nullable String value) {
        return new TrainingSettings(
                material, plan, steps, batch, length, rate, warmup, decay, weightDecay, seed, checkpointSeconds, value);
    }
}
