package org.hydraworkbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.hydra.HydraManifest;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.MixedPrompt;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.PromptPart;
import org.hydraworkbench.model.StopIds;
import org.hydraworkbench.model.TokenTable;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.model.generation.Beams;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.generation.GenerationRequest;
import org.hydraworkbench.model.generation.Generator;
import org.hydraworkbench.model.generation.TextStream;
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
        description = {
            "Continues a text with a model; prints the continuation as it is written.",
            "The prompt of a Hydra names in braces the language whose head each part of it goes through, and the last one answers:"
                    + " \"{en}Where is the dog?{kab}\". It begins with the first head's beginning token; {bos} and {eos} are the beginning"
                    + " and end token of the head that one is in, and {{ is a brace."
        },
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

    @Reads(Place.FOLDER)
    @Option(names = "--model", required = true, paramLabel = "DIR", description = "A Hugging Face folder, or a Hydra.")
    private @Nullable Path model;

    @Option(names = "--prompt", required = true, paramLabel = "TEXT", description = "The text to continue; may be empty. Special tokens spelt in it are text.")
    private String prompt = "";

    @Within(least = 0, most = GenerationOptions.MOST_TOKENS)
    @Option(names = "--max-tokens", required = true, paramLabel = "N", description = "At most so many tokens.")
    private int maxTokens;

    @Within(least = 1, most = Beams.MOST)
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
        if (HydraManifest.isHydra(folder)) {
            MixedPrompt mixed = MixedPrompt.parse(prompt);
            try (TensorRuntime runtime = runtimeOptions.open();
                    HydraModel hydra = HydraModel.open(runtime, folder, Progress.none())) {
                write(hydra.generator(), hydra.body(), mixed.encode(hydra), hydra.table(mixed.answers()), hydra.tokenizer(mixed.answers()));
            }
            return 0;
        }
        try (Tokenizer tokenizer = PretrainedFolder.open(folder).tokenizer();
                TensorRuntime runtime = runtimeOptions.open();
                Decoder decoder = Decoder.load(runtime, folder, Progress.none());
                Generator generator = new Generator(decoder)) {
            int[] ids = IntStream.concat(
                            tokenizer.special().bos().stream(), IntStream.of(tokenizer.encodeIds(prompt)))
                    .toArray();
            decoder.table().requireRows(ids, tokenizer);
            write(generator, decoder, List.of(new PromptPart(decoder.table(), ids)), decoder.table(), tokenizer);
        }
        return 0;
    }

    private void write(Generator generator, Decoder body, List<PromptPart> parts, TokenTable table, Tokenizer tokenizer) throws HydraException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        GenerationRequest request = new GenerationRequest(parts, table, options(body, table, tokenizer));
        TextStream text = new TextStream(tokenizer, request.options().stopTexts(), request.before());
        generator.generate(
                request,
                (id, logProbability) -> {
                    out.print(text.add(id));
                    out.flush();
                    return true;
                },
                Progress.none());
        out.println(text.end());
    }

    private GenerationOptions options(Decoder body, TokenTable table, Tokenizer tokenizer) {
        return sampling.of(GenerationOptions.greedy(maxTokens)).withBeams(beams).withStopIds(StopIds.of(body, table, tokenizer));
    }
}
