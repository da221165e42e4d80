package org.hydraworkbench.cli;

import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.generation.Penalties;
import org.hydraworkbench.model.generation.Sampling;
import picocli.CommandLine.Option;

/** How the next token is chosen. */
final class SamplingMixin {

    @Within(least = 0, most = GenerationOptions.MOST)
    @Option(
            names = "--temperature",
            paramLabel = "T",
            defaultValue = "0",
            description = "0 takes the best token each time; above 0 tokens are drawn, the wilder the higher (${DEFAULT-VALUE}).")
    private double temperature;

    @Within(least = 0, most = Integer.MAX_VALUE)
    @Option(names = "--top-k", paramLabel = "K", defaultValue = "0", description = "Draws from the best K tokens; 0 for all.")
    private int topK;

    @Within(least = Within.ABOVE_ZERO, most = 1)
    @Option(
            names = "--top-p",
            paramLabel = "P",
            defaultValue = "1",
            description = "Draws from the fewest best tokens that together have this probability (${DEFAULT-VALUE}).")
    private double topP;

    @Within(least = 0, most = 1)
    @Option(
            names = "--min-p",
            paramLabel = "P",
            defaultValue = "0",
            description = "Draws from the tokens that are at least this share as likely as the likeliest; 0 for all.")
    private double minP;

    @Within(least = Within.ABOVE_ZERO, most = GenerationOptions.MOST)
    @Option(
            names = "--repetition-penalty",
            paramLabel = "X",
            defaultValue = "1",
            description = "Above 1 makes tokens already seen less likely (${DEFAULT-VALUE}).")
    private double repetitionPenalty;

    @Within(least = 0, most = GenerationOptions.MOST_TOKENS)
    @Option(
            names = "--no-repeat-ngram",
            paramLabel = "N",
            defaultValue = "0",
            description = "Never writes the same N tokens in a row twice; 0 for no such rule.")
    private int noRepeatNgram;

    @Within(least = Within.ANY, most = Within.ANY)
    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "The same seed draws the same text.")
    private long seed;

    /** Options that choose so. */
    GenerationOptions of(GenerationOptions options) {
        return options.withSampling(new Sampling(temperature, topK, topP, minP, seed))
                .withPenalties(new Penalties(repetitionPenalty, noRepeatNgram));
    }
}
