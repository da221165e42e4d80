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

/** {@code hydra heads rename}: another tag for a language. */
@Command(name = "rename", description = "Writes a Hydra with another tag for one of its heads.", mixinStandardHelpOptions = true)
final class HeadsRenameCommand implements Callable<Integer> {

    @Reads(Place.FOLDER)
    @Option(names = "--model", required = true, paramLabel = "HYDRA", description = "The Hydra.")
    private @Nullable Path model;

    @Option(names = "--language", required = true, paramLabel = "OLD", description = "The BCP 47 tag that the head has.")
    private String language = "";

    @Option(names = "--to", required = true, paramLabel = "NEW", description = "The BCP 47 tag that it gets.")
    private String tag = "";

    @Writes(Place.FOLDER)
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The new Hydra's folder.")
    private @Nullable Path out;

    @Override
    public Integer call() throws HydraException {
        HydraHeads.rename(Objects.requireNonNull(model), LanguageTag.parse(language), LanguageTag.parse(tag), Objects.requireNonNull(out));
        return 0;
    }
}
