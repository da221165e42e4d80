package org.hydraworkbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.hydra.HydraManifest;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.MixedPrompt;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.PromptPart;
import org.hydraworkbench.model.StopIds;
import org.hydraworkbench.model.TokenTable;
import org.hydraworkbench.model.chat.ChatPrompt;
import org.hydraworkbench.model.chat.Conversation;
import org.hydraworkbench.model.folder.ChatTemplates;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.model.generation.Beams;
import org.hydraworkbench.model.generation.Generation;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.generation.GenerationRequest;
import org.hydraworkbench.model.generation.Generator;
import org.hydraworkbench.model.generation.StopTexts;
import org.hydraworkbench.model.generation.TextStream;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hydra generate}: continues a text. */
@Command(
        name = "generate",
        description = {
            "Continues a text with a model; prints the continuation as it is written. Of several, each is a line, in which \\n stands for the end"
                    + " of a line, \\r for a carriage return, and \\\\ for \\.",
            "The prompt of a Hydra names in braces the language whose head each part of it goes through, and the last one answers:"
                    + " \"{en}Where is the dog?{kab}\". It begins with the first head's beginning token; {bos} and {eos} are the beginning"
                    + " and end token of the head that one is in, and {{ is a brace."
        },
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

    private static final int MOST_BATCH = 1024;

    @Reads(Place.FOLDER)
    @Option(names = "--model", required = true, paramLabel = "DIR", description = "A Hugging Face folder, or a Hydra.")
    private @Nullable Path model;

    /** What is continued. */
    static final class Texts {
        @Option(names = "--prompt", required = true, paramLabel = "TEXT",
                description = "The text to continue; may be empty, and may be given several times. Special tokens spelt in it are text.")
        private List<String> prompts = List.of();

        @Reads(Place.FILE)
        @Option(names = "--prompts", required = true, paramLabel = "FILE", description = "Several prompts, a line each.")
        private @Nullable Path file;

        @Reads(Place.FILE)
        @Option(names = "--messages", required = true, paramLabel = "FILE.json",
                description = "A conversation that the model goes on with, spelt out by its chat template, as 'chat-template' prints it.")
        private @Nullable Path messages;
    }

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Texts texts = new Texts();

    @Option(names = "--chat", description = "Each prompt is what a person says to the model, spelt out by the chat template that it comes with.")
    private boolean chat;

    @Option(names = "--system", paramLabel = "TEXT", description = "With --chat: what the model is told before.")
    private @Nullable String system;

    @Within(least = 1, most = MOST_BATCH)
    @Option(names = "--batch", paramLabel = "N", defaultValue = "8", description = "Of several prompts so many at a time (${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--stop", paramLabel = "TEXT", description = "A text that ends the answer and does not belong to it; may be given several times.")
    private List<String> stops = List.of();

    @Option(names = "--json",
            description = "Prints a JSON object a line for each prompt: the text, its tokens with their probabilities, and what was likely in their"
                    + " places.")
    private boolean json;

    @Within(least = 0, most = 1000)
    @Option(names = "--likeliest", paramLabel = "N", defaultValue = "5", description = "With --json: how many likely tokens for each (${DEFAULT-VALUE}).")
    private int likeliest;

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

    /** What a prompt is made of, and what writes the answers. */
    private record Reader(Generator generator, Decoder body, TokenTable table, Tokenizer tokenizer) {}

    @Override
    public Integer call() throws HydraException {
        Path folder = Objects.requireNonNull(model);
        if (system != null && !chat) {
            throw new UsageException("--system is for --chat.");
        }
        if (chat && texts.messages != null) {
            throw new UsageException("--messages is a conversation already; leave --chat out.");
        }
        if (stops.contains("")) {
            throw new UsageException("--stop is empty; an empty text would end every answer at once.");
        }
        List<String> prompts = texts.file == null ? texts.prompts : lines(texts.file);
        if (HydraManifest.isHydra(folder)) {
            mixed(folder, prompts);
        } else {
            plain(folder, prompts);
        }
        return 0;
    }

    private static List<String> lines(Path file) throws HydraException {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read as lines of UTF-8", e);
        }
    }

    private void mixed(Path folder, List<String> prompts) throws HydraException {
        if (chat || texts.messages != null) {
            throw new UsageException("--chat and --messages are for a model; the prompt of a Hydra names the head of each part.");
        }
        List<MixedPrompt> mixed = new ArrayList<>();
        for (String prompt : prompts) {
            mixed.add(MixedPrompt.parse(prompt));
        }
        if (mixed.stream().map(MixedPrompt::answers).distinct().count() > 1) {
            throw new UsageException("All prompts of one call are to be answered in the same language.");
        }
        if (mixed.isEmpty()) {
            return;
        }
        try (TensorRuntime runtime = runtimeOptions.open();
                HydraModel hydra = HydraModel.open(runtime, folder, Progress.none())) {
            List<List<PromptPart>> parts = new ArrayList<>();
            for (MixedPrompt prompt : mixed) {
                parts.add(prompt.encode(hydra));
            }
            LanguageTag answers = mixed.getFirst().answers();
            write(new Reader(hydra.generator(), hydra.body(), hydra.table(answers), hydra.tokenizer(answers)), prompts, parts);
        }
    }

    private void plain(Path folder, List<String> prompts) throws HydraException {
        List<Conversation> conversations = conversations(prompts);
        ChatTemplates templates = conversations.isEmpty() ? null : ChatTemplates.read(folder);
        try (Tokenizer tokenizer = PretrainedFolder.open(folder).tokenizer();
                TensorRuntime runtime = runtimeOptions.open();
                Decoder decoder = Decoder.load(runtime, folder, Progress.none());
                Generator generator = new Generator(decoder)) {
            List<int[]> ids = new ArrayList<>();
            if (templates == null) {
                for (String prompt : prompts) {
                    ids.add(IntStream.concat(tokenizer.special().bos().stream(), IntStream.of(tokenizer.encodeIds(prompt))).toArray());
                }
            } else {
                for (Conversation each : conversations) {
                    ids.add(ChatPrompt.encode(templates.find(null, each.hasTools()), each, tokenizer));
                }
            }
            List<List<PromptPart>> parts = new ArrayList<>();
            for (int[] each : ids) {
                decoder.table().requireRows(each, tokenizer);
                parts.add(List.of(new PromptPart(decoder.table(), each)));
            }
            write(new Reader(generator, decoder, decoder.table(), tokenizer), prompts, parts);
        }
    }

    private List<Conversation> conversations(List<String> prompts) throws HydraException {
        if (texts.messages != null) {
            return List.of(Conversation.read(texts.messages));
        }
        return chat ? prompts.stream().map(prompt -> Conversation.of(system, prompt)).toList() : List.of();
    }

    private void write(Reader reader, List<String> prompts, List<List<PromptPart>> parts) throws HydraException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        GenerationOptions options = options(reader);
        List<GenerationRequest> requests =
                parts.stream().map(each -> new GenerationRequest(each, reader.table, options)).toList();
        if (requests.size() == 1 && !json) {
            stream(reader, requests.getFirst(), out);
            return;
        }
        List<Generation> answers = reader.generator.generate(requests, batch, Progress.none());
        for (int i = 0; i < answers.size(); i++) {
            int[] before = requests.get(i).before();
            String text = TextStream.textOf(reader.tokenizer, options.stopTexts(), before, answers.get(i).ids());
            String prompt = prompts.isEmpty() ? null : prompts.get(i);
            out.println(json
                    ? GenerationJson.of(prompt, text, answers.get(i), reader.tokenizer)
                    : text.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n"));
        }
        out.flush();
    }

    private static void stream(Reader reader, GenerationRequest request, PrintWriter out) throws HydraException {
        TextStream text = new TextStream(reader.tokenizer, request.options().stopTexts(), request.before());
        reader.generator.generate(
                request,
                (id, logProbability) -> {
                    out.print(text.add(id));
                    out.flush();
                    return true;
                },
                Progress.none());
        out.println(text.end());
    }

    private GenerationOptions options(Reader reader) {
        return sampling.of(GenerationOptions.greedy(maxTokens))
                .withBeams(beams)
                .withLikeliest(json ? likeliest : 0)
                .withStopTexts(StopTexts.of(reader.tokenizer, stops))
                .withStopIds(StopIds.of(reader.body, reader.table, reader.tokenizer));
    }
}
