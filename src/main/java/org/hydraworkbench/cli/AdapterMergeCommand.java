package org.hydraworkbench.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hydra adapter merge}. */
@Command(
        name = "merge",
        description = "Writes a model with an adapter added to its weights. Tables that the adapter brings take the place of its own.",
        mixinStandardHelpOptions = true)
final class AdapterMergeCommand implements Callable<Integer> {

    @Mixin
    private AdapterMixin adapter = new AdapterMixin();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        adapter.run(1, new ConsoleProgress(Objects.requireNonNull(spec).commandLine().getErr()));
        return 0;
    }
}
