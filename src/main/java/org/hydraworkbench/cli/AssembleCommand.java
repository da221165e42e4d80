package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.hydra.HydraAssembler;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra assemble}: one body, two heads. */
@Command(
        name = "assemble",
        description = "Makes a Hydra of two models: the target's body with the tokenizers and tables of both.",
        mixinStandardHelpOptions = true)
final class AssembleCommand implements Callable<Integer> {

    @Reads(Place.FOLDER)
    @Option(names = "--source", required = true, paramLabel = "DIR", description = "The model of the language to translate from.")
    private @Nullable Path source;

    @Option(names = "--source-lang", required = true, paramLabel = "TAG", description = "Its BCP 47 tag, for example en.")
    private String sourceLanguage = "";

    @Reads(Place.FOLDER)
    @Option(names = "--target", required = true, paramLabel = "DIR", description = "The model of the language to translate into.")
    private @Nullable Path target;

    @Option(names = "--target-lang", required = true, paramLabel = "TAG", description = "Its BCP 47 tag, for example kab.")
    private String targetLanguage = "";

    @Writes(Place.FOLDER)
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The Hydra's folder.")
    private @Nullable Path out;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        HydraAssembler.assemble(
                Objects.requireNonNull(source),
                LanguageTag.parse(sourceLanguage),
                Objects.requireNonNull(target),
                LanguageTag.parse(targetLanguage),
                Objects.requireNonNull(out),
                new ConsoleProgress(Objects.requireNonNull(spec).commandLine().getErr()));
        return 0;
    }
}
