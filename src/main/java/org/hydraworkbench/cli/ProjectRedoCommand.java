package org.hydraworkbench.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hydra project redo}. */
@Command(name = "redo", description = "Does again what was undone last.", mixinStandardHelpOptions = true)
final class ProjectRedoCommand implements Callable<Integer> {

    @Mixin
    private final ProjectFileMixin project = new ProjectFileMixin();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        try (Project open = project.open()) {
            String said = open.history().redo().map(name -> "Done again: " + name).orElse("There is nothing to redo.");
            Objects.requireNonNull(spec).commandLine().getOut().println(said);
        }
        return 0;
    }
}
