package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.hydra.HydraHeads;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra heads remove}: a language less. */
@Command(
        name = "remove",
        description = "Writes a Hydra without one of its heads; the language of the body stays.",
        mixinStandardHelpOptions = true)
final class HeadsRemoveCommand implements Callable<Integer> {

    @Reads(Place.FOLDER)
    @Option(names = "--model", required = true, paramLabel = "HYDRA", description = "The Hydra.")
    private @Nullable Path model;

    @Option(names = "--language", required = true, paramLabel = "TAG", description = "The language to leave out.")
    private String language = "";

    @Writes(Place.FOLDER)
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The new Hydra's folder.")
    private @Nullable Path out;

    @Override
    public Integer call() throws HydraException {
        HydraHeads.remove(Objects.requireNonNull(model), LanguageTag.parse(language), Objects.requireNonNull(out));
        return 0;
    }
}
