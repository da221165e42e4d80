package org.hydraworkbench.app.shell;

import java.nio.file.Path;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.jspecify.annotations.Nullable;

/**
 * The Hydra that the window translates with, for whoever asks: kept loaded between two questions, and loaded anew when another one is
 * asked. Everything here runs on the tensor thread.
 */
public final class LoadedHydra implements AutoCloseable {

    private @Nullable TensorRuntime runtime;
    private @Nullable HydraModel model;
    private @Nullable Path folder;

    /** The Hydra in a folder; it stays this class's. */
    public HydraModel open(Path wanted, RuntimeOptions options, Progress progress) throws HydraException {
        HydraModel open = model;
        if (open != null && wanted.equals(folder)) {
            return open;
        }
        closeModel();
        TensorRuntime started = runtime;
        if (started == null) {
            started = TensorRuntime.open(options);
            runtime = started;
        }
        open = HydraModel.open(started, wanted, progress);
        model = open;
        folder = wanted;
        return open;
    }

    private void closeModel() {
        if (model != null) {
            model.close();
            model = null;
            folder = null;
        }
    }

    /** Gives the memory back. */
    @Override
    public void close() {
        closeModel();
        if (runtime != null) {
            runtime.close();
            runtime = null;
        }
    }
}
