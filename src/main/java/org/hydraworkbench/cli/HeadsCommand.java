package org.hydraworkbench.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code hydra heads}: which languages a Hydra has. */
@Command(
        name = "heads",
        description = "Lists, adds, removes and renames the heads of a Hydra, one for each of its languages. What changes a Hydra writes a new"
                + " one; files that stay as they are are shared with the old one where the disk can, not copied.",
        mixinStandardHelpOptions = true,
        subcommands = {
            HeadsListCommand.class,
            HeadsAddCommand.class,
            HeadsRemoveCommand.class,
            HeadsRenameCommand.class,
        })
final class HeadsCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Missing what to do with the heads: list, add, remove or rename.");
    }
}
