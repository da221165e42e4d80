package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.hydra.HydraExporter;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.weights.DType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra export}: a Hydra as a plain model of one language, or the same Hydra in another type. */
@Command(
        name = "export",
        description = "Writes one language of a Hydra as a plain model folder, or the whole Hydra in another type.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Reads(Place.FOLDER)
    @Option(names = "--model", required = true, paramLabel = "DIR", description = "The Hydra.")
    private @Nullable Path model;

    @Option(
            names = "--lang",
            paramLabel = "TAG",
            description = "The language of the plain model; without it a Hydra is written.")
    private @Nullable String language;

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
        if (language == null) {
            HydraExporter.convert(from, type, to, progress);
        } else {
            HydraExporter.language(from, LanguageTag.parse(language), type, to, progress);
        }
        return 0;
    }
}
