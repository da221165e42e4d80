package org.hydraworkbench.project.settings;

import com.google.gson.JsonObject;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.train.LearningRate;
import org.hydraworkbench.train.TrainPlan;
import org.jspecify.annotations.Nullable;

/**
 * How to tune a model of a project.
 *
 * @param start what it begins with
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
        Start start,
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

    /** What a run begins with. */
    public enum Start {
        /** The Hydra as it was put together, or the model with its new tables: as if it was never tuned. */
        FRESH,
        /** The tuned one in use, which is tuned further. */
        TUNED
    }

    private static final Choice<Start> STARTS = Choice.of(Start.values(), start -> switch (start) {
        case FRESH -> "fresh";
        case TUNED -> "tuned";
    });
    private static final Choice<TrainPlan> PLANS = Choice.of(TrainPlan.values(), plan -> switch (plan) {
        case EMBEDDINGS -> "embeddings";
        case OUTER_LAYERS -> "outer-layers";
        case FULL -> "full";
    });
    private static final Choice<LearningRate.Decay> DECAYS = Choice.of(LearningRate.Decay.values(), decay -> switch (decay) {
        case CONSTANT -> "constant";
        case LINEAR -> "linear";
        case COSINE -> "cosine";
    });

    public static final Codec<TrainingSettings> CODEC = new Codec<>() {
        @Override
        protected JsonObject fields(TrainingSettings settings) {
            JsonObject json = new JsonObject();
            json.addProperty("start", STARTS.code(settings.start()));
            json.addProperty("plan", PLANS.code(settings.plan()));
            json.addProperty("steps", settings.steps());
            json.addProperty("batch", settings.batch());
            json.addProperty("length", settings.length());
            json.addProperty("lr", settings.rate());
            json.addProperty("warmup", settings.warmup());
            json.addProperty("schedule", DECAYS.code(settings.decay()));
            json.addProperty("weight-decay", settings.weightDecay());
            json.addProperty("seed", settings.seed());
            json.addProperty("checkpoint-seconds", settings.checkpointSeconds());
            json.addProperty("template", settings.template());
            return json;
        }

        @Override
        protected TrainingSettings from(JsonFields in) throws InputException {
            TrainingSettings usual = defaults();
            return new TrainingSettings(
                    in.choice("start", STARTS, usual.start()),
                    in.choice("plan", PLANS, usual.plan()),
                    in.integer("steps", usual.steps(), 1, Integer.MAX_VALUE),
                    in.integer("batch", usual.batch(), 1, 1 << 16),
                    in.integer("length", usual.length(), 2, 1 << 20),
                    in.number("lr", usual.rate(), Double.MIN_VALUE, 1e3),
                    in.integer("warmup", usual.warmup(), 0, Integer.MAX_VALUE),
                    in.choice("schedule", DECAYS, usual.decay()),
                    in.number("weight-decay", usual.weightDecay(), 0, 1e3),
                    in.longInteger("seed", usual.seed()),
                    in.integer("checkpoint-seconds", usual.checkpointSeconds(), 1, Integer.MAX_VALUE),
                    in.text("template").filter(name -> !name.isBlank()).orElse(null));
        }

        @Override
        protected JsonObject upgraded(JsonObject old) {
            old.remove("material"); // what it learned from is told by the operation now
            rename(old, "rate", "lr");
            rename(old, "decay", "schedule");
            rename(old, "weightDecay", "weight-decay");
            rename(old, "checkpointSeconds", "checkpoint-seconds");
            return old;
        }
    };

    /** A minute or so on a small model: all weights of the Hydra, 300 steps of 16 pairs. */
    public static TrainingSettings defaults() {
        return new TrainingSettings(
                Start.FRESH, TrainPlan.FULL, 300, 16, 96, 1e-3, 30, LearningRate.Decay.LINEAR, 0.01, 1, 60, null);
    }

    /** The code of the plan. */
    public String planCode() {
        return PLANS.code(plan);
    }

    public TrainingSettings withStart(Start value) {
        return new TrainingSettings(
                value, plan, steps, batch, length, rate, warmup, decay, weightDecay, seed, checkpointSeconds, template);
    }

    public TrainingSettings withPlan(TrainPlan value) {
        return new TrainingSettings(
                start, value, steps, batch, length, rate, warmup, decay, weightDecay, seed, checkpointSeconds, template);
    }

    public TrainingSettings withSteps(int value) {
        return new TrainingSettings(
                start, plan, value, batch, length, rate, warmup, decay, weightDecay, seed, checkpointSeconds, template);
    }

    /** {@code newBatch} sequences of at most {@code newLength} tokens in a step. */
    public TrainingSettings withBatch(int newBatch, int newLength) {
        return new TrainingSettings(
                start, plan, steps, newBatch, newLength, rate, warmup, decay, weightDecay, seed, checkpointSeconds, template);
    }

    /** A rate that rises for {@code newWarmup} steps. */
    public TrainingSettings withRate(double newRate, int newWarmup) {
        return new TrainingSettings(
                start, plan, steps, batch, length, newRate, newWarmup, decay, weightDecay, seed, checkpointSeconds, template);
    }

    public TrainingSettings withDecay(LearningRate.Decay value) {
        return new TrainingSettings(
                start, plan, steps, batch, length, rate, warmup, value, weightDecay, seed, checkpointSeconds, template);
    }

    public TrainingSettings withWeightDecay(double value) {
        return new TrainingSettings(
                start, plan, steps, batch, length, rate, warmup, decay, value, seed, checkpointSeconds, template);
    }

    public TrainingSettings withSeed(long value) {
        return new TrainingSettings(
                start, plan, steps, batch, length, rate, warmup, decay, weightDecay, value, checkpointSeconds, template);
    }

    public TrainingSettings withCheckpointSeconds(int value) {
        return new TrainingSettings(
                start, plan, steps, batch, length, rate, warmup, decay, weightDecay, seed, value, template);
    }

    public TrainingSettings withTemplate(@Nullable String value) {
        return new TrainingSettings(
                start, plan, steps, batch, length, rate, warmup, decay, weightDecay, seed, checkpointSeconds, value);
    }
}
