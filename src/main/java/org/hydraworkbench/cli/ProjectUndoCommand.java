package org.hydraworkbench.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hydra project undo}. */
@Command(name = "undo", description = "Takes back what was done last, also in another session.", mixinStandardHelpOptions = true)
final class ProjectUndoCommand implements Callable<Integer> {

    @Mixin
    private final ProjectFileMixin project = new ProjectFileMixin();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        try (Project open = project.open()) {
            String said = open.history().undo().map(name -> "Undone: " + name).orElse("There is nothing to undo.");
            Objects.requireNonNull(spec).commandLine().getOut().println(said);
        }
        return 0;
    }
}
