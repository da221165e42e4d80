package org.hydraworkbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.hydra.TextStream;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.GenerationOptions;
import org.hydraworkbench.model.Generator;
import org.hydraworkbench.model.PromptPart;
import org.hydraworkbench.model.StopIds;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hydra generate}: continues a text. */
@Command(
        name = "generate",
        description = "Continues a text with a model of one vocabulary; prints the continuation as it is written.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

    @Reads(Place.FOLDER)
    @Option(names = "--model", required = true, paramLabel = "DIR", description = "A Hugging Face folder.")
    private @Nullable Path model;

    @Option(names = "--prompt", required = true, paramLabel = "TEXT", description = "The text to continue; may be empty. Special tokens spelt in it are text.")
    private String prompt = "";

    @Within(least = 0, most = GenerationOptions.MOST_TOKENS)
    @Option(names = "--max-tokens", required = true, paramLabel = "N", description = "At most so many tokens.")
    private int maxTokens;

    @Within(least = 1, most = GenerationOptions.MOST_BEAMS)
    @Option(names = "--beam", paramLabel = "N", defaultValue = "1", description = "Beams of a beam search (${DEFAULT-VALUE}).")
    private int beams;

    @Mixin
    private final SamplingMixin sampling = new SamplingMixin();

    @Mixin
    private RuntimeMixin runtimeOptions = new RuntimeMixin();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        Path folder = Objects.requireNonNull(model);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (Tokenizer tokenizer = Tokenizer.load(folder);
                TensorRuntime runtime = runtimeOptions.open();
                Decoder decoder = Decoder.load(runtime, folder, Progress.none())) {
            int[] ids = IntStream.concat(
                            tokenizer.special().bos().stream(), IntStream.of(tokenizer.encodeIds(prompt)))
                    .toArray();
            decoder.table().requireRows(ids, tokenizer);
            TextStream text = new TextStream(tokenizer, ids);
            StringBuilder shown = new StringBuilder(text.text());
            Generator.generate(
                    decoder,
                    List.of(new PromptPart(decoder.table(), ids)),
                    decoder.table(),
                    options(decoder, tokenizer),
                    (id, logProbability) -> {
                        String all = text.add(id);
                        if (all.length() > shown.length()) {
                            out.print(all.substring(shown.length()));
                            out.flush();
                            shown.append(all, shown.length(), all.length());
                        }
                        return true;
                    },
                    Progress.none());
            out.println();
        }
        return 0;
    }

    private GenerationOptions options(Decoder decoder, Tokenizer tokenizer) {
        return sampling.of(GenerationOptions.greedy(maxTokens))
                .withBeams(beams)
                .withStopIds(StopIds.of(decoder, decoder.table(), tokenizer));
    }
}
