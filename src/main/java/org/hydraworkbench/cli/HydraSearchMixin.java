package org.hydraworkbench.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.PromptTemplate;
import org.hydraworkbench.hydra.PromptTemplates;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How a Hydra is asked, and how it looks for its answer. */
final class HydraSearchMixin {

    private static final Set<String> NAMES = Set.of(
            "--max-tokens", "--temperature", "--top-k", "--top-p", "--min-p", "--repetition-penalty", "--no-repeat-ngram", "--seed", "--template");

    @Within(least = 0, most = GenerationOptions.MOST_TOKENS)
    @Option(
            names = "--max-tokens",
            defaultValue = "128",
            paramLabel = "N",
            description = "Longest translation, in tokens (${DEFAULT-VALUE}).")
    private int maxTokens;

    @CommandLine.Mixin
    private final SamplingMixin sampling = new SamplingMixin();

    @Reads(Place.FILE)
    @Option(
            names = "--template",
            paramLabel = "NAME",
            description = "Prompt template: a name the Hydra knows, plain, chatml, or a JSON file. The Hydra's usual one if left out.")
    private @Nullable String template;

    /** The options of the search. */
    GenerationOptions options(int beams) {
        return sampling.of(GenerationOptions.greedy(maxTokens)).withBeams(beams);
    }

    /** The template of the prompt. */
    PromptTemplate template(HydraModel hydra) throws HydraException {
        if (template == null) {
            return hydra.manifest().templates().getFirst();
        }
        PromptTemplate own = hydra.manifest().template(template).orElse(null);
        return own == null ? PromptTemplates.find(template) : own;
    }

    /** Refuses what only a Hydra can be told, where there is none. */
    static void requireNone(CommandLine.ParseResult parsed) throws UsageException {
        List<String> given = parsed.matchedOptions().stream()
                .map(CommandLine.Model.OptionSpec::longestName)
                .filter(NAMES::contains)
                .collect(Collectors.toList());
        if (!given.isEmpty()) {
            throw new UsageException(String.join(", ", given) + ": for a Hydra; --memory alone translates by phrases, without one.");
        }
    }
}
