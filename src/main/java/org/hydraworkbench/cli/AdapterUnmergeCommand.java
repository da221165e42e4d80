package org.hydraworkbench.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hydra adapter unmerge}. */
@Command(
        name = "unmerge",
        description = "Writes a model as it was before an adapter of LoRA was added to its weights, but for rounding; tables stay as they are.",
        mixinStandardHelpOptions = true)
final class AdapterUnmergeCommand implements Callable<Integer> {

    @Mixin
    private AdapterMixin adapter = new AdapterMixin();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        adapter.run(-1, new ConsoleProgress(Objects.requireNonNull(spec).commandLine().getErr()));
        return 0;
    }
}
