package org.hydraworkbench.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code hydra project}: a project and its steps without the window, on a server for instance. */
@Command(
        name = "project",
        description = {
            "Works on a project as the window does: makes it, imports text, does its steps, corrects links.",
            "A project is open in one program at a time; close it in the window first."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            ProjectNewCommand.class,
            ProjectImportCommand.class,
            ProjectHoldOutCommand.class,
            ProjectStatusCommand.class,
            ProjectRunCommand.class,
            ProjectLinksCommand.class,
            ProjectGlossaryCommand.class,
            ProjectUndoCommand.class,
            ProjectRedoCommand.class,
            ProjectHistoryCommand.class,
        })
final class ProjectCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Missing what to do with a project.");
    }
}
