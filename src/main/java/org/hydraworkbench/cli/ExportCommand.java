package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.hydra.HydraExporter;
import org.hydraworkbench.hydra.PublishedLayout;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.weights.DType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra export}: a Hydra as a plain model of one language, in the published layout, or the same Hydra in another type. */
@Command(
        name = "export",
        description = "Writes one language of a Hydra as a plain model folder, one direction in the layout that the authors of Hydras publish"
                + " (LlamaHydraForCausalLM), or the whole Hydra in another type.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Reads(Place.FOLDER)
    @Option(names = "--model", required = true, paramLabel = "DIR", description = "The Hydra.")
    private @Nullable Path model;

    /** What part of it. */
    static final class Part {
        @Option(names = "--lang", required = true, paramLabel = "TAG", description = "The language of a plain model.")
        private @Nullable String language;

        @ArgGroup(exclusive = false)
        private @Nullable Published published;
    }

    /** A direction, in the published layout. */
    static final class Published {
        @Option(names = "--published", required = true, description = "Writes the published layout, of one direction.")
        private boolean published;

        @Option(names = "--from", required = true, paramLabel = "SRC", description = "With --published: the language that is read.")
        private String from = "";

        @Option(names = "--to", required = true, paramLabel = "TGT", description = "With --published: the language that is written.")
        private String to = "";
    }

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private @Nullable Part part;

    @Option(
            names = "--dtype",
            defaultValue = "float32",
            paramLabel = "TYPE",
            description = "Type of the tensors: float32, bfloat16 or float16 (${DEFAULT-VALUE}).")
    private String dtype = "";

    @Writes(Place.FOLDER)
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The new folder.")
    private @Nullable Path out;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        DType type = DType.ofConfigName(dtype)
                .orElseThrow(() -> new UsageException("\"" + dtype + "\" is no type; use float32, bfloat16 or float16."));
        ConsoleProgress progress =
                new ConsoleProgress(Objects.requireNonNull(spec).commandLine().getErr());
        Path from = Objects.requireNonNull(model);
        Path to = Objects.requireNonNull(out);
        if (part == null) {
            HydraExporter.convert(from, type, to, progress);
        } else if (part.published != null) {
            LanguagePair direction = new LanguagePair(LanguageTag.parse(part.published.from), LanguageTag.parse(part.published.to));
            PublishedLayout.write(from, direction, type, to, progress);
        } else {
            HydraExporter.language(from, LanguageTag.parse(Objects.requireNonNull(part.language)), type, to, progress);
        }
        return 0;
    }
}
