package org.hydraworkbench.train;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The numbers that a training is set by, and what each may be. Whoever asks a person for them shows the same sentence, whether
 * beside a field or on the command line; the records that hold them refuse all else.
 */
public enum TrainNumber {
    /** Optimiser steps of the whole run. */
    STEPS("steps", "number of steps", true, 1, 1e9),
    /** Sequences in a step. */
    BATCH("batch", "batch", true, 1, 1e6),
    /** Tokens of a sequence. */
    LENGTH("length", "length", true, 1, 1e7),
    /** Highest learning rate, above 0. */
    RATE("lr", "learning rate", false, Double.MIN_VALUE, 1000),
    /** Steps in which the rate rises, no more than there are. */
    WARMUP("warmup", "warm-up", true, 0, 1e9),
    /** AdamW's weight decay. */
    WEIGHT_DECAY("weight-decay", "weight decay", false, 0, 1000),
    /** Share of the wanted probability that is spread over all tokens. */
    LABEL_SMOOTHING("label-smoothing", "label smoothing", false, 0, Regularisation.MOST),
    /** Share of what the halves of a layer give that is set to 0. */
    DROPOUT("dropout", "dropout", false, 0, Regularisation.MOST),
    /** Share of the tokens that are not read. */
    WORD_DROPOUT("word-dropout", "word dropout", false, 0, Regularisation.MOST),
    /** Share of the merges of the new language's tokenizer that are left out. */
    BPE_DROPOUT("bpe-dropout", "BPE dropout", false, 0, Regularisation.MOST),
    /** Norm that gradients are scaled down to, above 0. */
    CLIP("clip", "norm of the clipped gradients", false, Double.MIN_VALUE, 1e9),
    /** Parts that a step is worked through in. */
    ACCUMULATE("accumulate", "number of parts of a step", true, 1, 1e6),
    /** Seconds between checkpoints. */
    CHECKPOINT_SECONDS("checkpoint-seconds", "number of seconds between checkpoints", true, 1, 1e9),
    /** Steps between measurements. */
    EVAL_EVERY("eval-every", "number of steps between measurements", true, 1, 1e9),
    /** Steps between samples of what the model writes. */
    SAMPLE_EVERY("sample-every", "number of steps between samples", true, 1, 1e9),
    /** Measurements in a row that may be no better; 0 for any number. */
    PATIENCE("patience", "patience", true, 0, 1e9),
    /** Steps whose weights are averaged; 0 for those of the last alone. */
    AVERAGE("average", "number of steps that are averaged", true, 0, 1e9),
    /** Rank of what is learnt beside matrices. */
    RANK("lora-rank", "rank", true, 1, 65_536),
    /** What that is multiplied by, times the rank. */
    ALPHA("lora-alpha", "alpha", false, Double.MIN_VALUE, 1e6),
    /** Checkpoints that are kept. */
    KEEP("keep", "number of checkpoints that are kept", true, 1, 1e6);

    /** A batch holds a number for each token of two tables. */
    private static final double MOST_TOKENS = Integer.MAX_VALUE / 2;

    private final String code;
    private final String title;
    private final boolean whole;
    private final double least;
    private final double most;

    /**
     * What is wrong with a number.
     *
     * @param number which
     * @param sentence why it cannot be used, for a person
     */
    public record Problem(TrainNumber number, String sentence) {}

    TrainNumber(String code, String title, boolean whole, double least, double most) {
        this.code = code;
        this.title = title;
        this.whole = whole;
        this.least = least;
        this.most = most;
    }

    /** What it is called where it is typed and stored. */
    public String code() {
        return code;
    }

    /** The smallest value; {@link Double#MIN_VALUE} stands for anything above 0. */
    public double least() {
        return least;
    }

    /** The largest value. */
    public double most() {
        return most;
    }

    /** What is wrong with a value, as a sentence; NaN stands for what is no number at all. */
    public Optional<String> problem(double value) {
        if (!(value >= least) || whole && value != Math.rint(value)) {
            String kind = whole ? "a whole number" : "a number";
            return sentence(least == Double.MIN_VALUE ? "must be " + kind + " above 0" : "must be " + kind + ", at least " + (int) least);
        }
        return value > most ? sentence("is too large") : Optional.empty();
    }

    /** All that is wrong with numbers that belong to one run, in the order of this enum; some may be missing. */
    public static List<Problem> problems(Map<TrainNumber, ? extends Number> numbers) {
        Map<TrainNumber, Double> good = new EnumMap<>(TrainNumber.class);
        Map<TrainNumber, String> bad = new EnumMap<>(TrainNumber.class);
        numbers.forEach((number, value) -> number.problem(value.doubleValue())
                .ifPresentOrElse(sentence -> bad.put(number, sentence), () -> good.put(number, value.doubleValue())));
        Double steps = good.get(STEPS);
        Double warmup = good.get(WARMUP);
        if (steps != null && warmup != null && warmup > steps) {
            bad.put(WARMUP, "The warm-up must not be longer than the run of " + steps.intValue() + " steps.");
        }
        Double batch = good.get(BATCH);
        Double length = good.get(LENGTH);
        if (batch != null && length != null && batch * length > MOST_TOKENS) {
            bad.put(BATCH, "The batch is too large for sequences of " + length.intValue() + " tokens.");
        }
        List<Problem> problems = new ArrayList<>();
        bad.forEach((number, sentence) -> problems.add(new Problem(number, sentence)));
        return problems;
    }

    /** @throws IllegalArgumentException with the sentences of all {@link #problems} when there are any */
    public static void require(Map<TrainNumber, ? extends Number> numbers) {
        List<Problem> problems = problems(numbers);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.stream().map(Problem::sentence).collect(Collectors.joining(" ")));
        }
    }

    private Optional<String> sentence(String predicate) {
        return Optional.of("The " + title + " " + predicate + ".");
    }
}
