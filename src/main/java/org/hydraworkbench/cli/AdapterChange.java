package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.AtomicFolder;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.AdapterFolder;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a model with an adapter added to its weights, or taken away from them. */
abstract class AdapterChange implements Callable<Integer> {

    @Reads(Place.FOLDER)
    @Option(names = "--model", required = true, paramLabel = "DIR", description = "The model.")
    private @Nullable Path model;

    @Reads(Place.FOLDER)
    @Option(names = "--adapter", required = true, paramLabel = "DIR", description = "The adapter's folder, with adapter_config.json.")
    private @Nullable Path adapter;

    @Writes(Place.FOLDER)
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The new model's folder.")
    private @Nullable Path out;

    @Mixin
    private RuntimeMixin runtimeOptions = new RuntimeMixin();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** 1 to add the adapter, −1 to take it away. */
    abstract int sign();

    @Override
    public Integer call() throws HydraException {
        Progress progress = new ConsoleProgress(Objects.requireNonNull(spec).commandLine().getErr());
        Path to = Objects.requireNonNull(out);
        Path from = Objects.requireNonNull(model);
        AtomicFolder.requireFree(to);
        try (TensorRuntime runtime = TensorRuntime.open(runtimeOptions.options());
                Decoder decoder = Decoder.load(runtime, from, Decoder.Use.TRAIN, progress)) {
            AdapterFolder.apply(Objects.requireNonNull(adapter), decoder, sign());
            AtomicFolder.write(to, folder -> {
                PretrainedFolder.copyAround(from, folder);
                decoder.save(folder, progress);
            });
        }
        return 0;
    }
}
