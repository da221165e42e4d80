package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.hydra.HydraAssembler;
import org.hydraworkbench.hydra.PublishedLayout;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra assemble}: one body, two heads. */
@Command(
        name = "assemble",
        description = "Makes a Hydra of two models: the target's body with the tokenizers and tables of both. Or of a Hydra in the layout that"
                + " its authors publish, whose first language can then be read and not written.",
        mixinStandardHelpOptions = true)
final class AssembleCommand implements Callable<Integer> {

    /** What it is made of. */
    static final class Parts {
        @ArgGroup(exclusive = false)
        private @Nullable Models models;

        @ArgGroup(exclusive = false)
        private @Nullable Published published;
    }

    /** Two models. */
    static final class Models {
        @Reads(Place.FOLDER)
        @Option(names = "--source", required = true, paramLabel = "DIR", description = "The model of the language to translate from.")
        private @Nullable Path source;

        @Reads(Place.FOLDER)
        @Option(names = "--target", required = true, paramLabel = "DIR", description = "The model of the language to translate into.")
        private @Nullable Path target;
    }

    /** A published Hydra. */
    static final class Published {
        @Reads(Place.FOLDER)
        @Option(names = "--published", required = true, paramLabel = "DIR", description = "A Hydra in the published layout (LlamaHydraForCausalLM).")
        private @Nullable Path folder;

        @Reads(Place.TOKENIZER)
        @Option(names = "--source-tokenizer", paramLabel = "DIR",
                description = "The tokenizer of its first language, where it lies elsewhere.")
        private @Nullable Path sourceTokenizer;
    }

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Parts parts = new Parts();

    @Option(names = "--source-lang", required = true, paramLabel = "TAG",
            description = "The BCP 47 tag of the language to translate from, for example en.")
    private String sourceLanguage = "";

    @Option(names = "--target-lang", required = true, paramLabel = "TAG",
            description = "The BCP 47 tag of the language to translate into, for example kab.")
    private String targetLanguage = "";

    @Writes(Place.FOLDER)
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The Hydra's folder.")
    private @Nullable Path out;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        LanguageTag from = LanguageTag.parse(sourceLanguage);
        LanguageTag to = LanguageTag.parse(targetLanguage);
        Path made = Objects.requireNonNull(out);
        ConsoleProgress progress = new ConsoleProgress(Objects.requireNonNull(spec).commandLine().getErr());
        Published published = parts.published;
        if (published != null) {
            PublishedLayout.read(Objects.requireNonNull(published.folder), new LanguagePair(from, to), published.sourceTokenizer, made, progress);
        } else {
            Models models = Objects.requireNonNull(parts.models);
            HydraAssembler.assemble(Objects.requireNonNull(models.source), from, Objects.requireNonNull(models.target), to, made, progress);
        }
        return 0;
    }
}
