package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.project.NewProject;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.settings.FolderSettings;
import org.hydraworkbench.project.work.Environment;
import org.hydraworkbench.project.work.Operations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hydra project new}: an empty project, or one with its base model. */
@Command(name = "new", description = "Makes a project.", mixinStandardHelpOptions = true)
final class ProjectNewCommand implements Callable<Integer> {

    @Writes(Place.PROJECT)
    @Parameters(index = "0", paramLabel = "FILE.hydra", description = "The project's file.")
    private @Nullable Path file;

    @Option(names = "--from", required = true, paramLabel = "TAG", description = "The language that the model knows (BCP 47), such as en.")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "TAG", description = "The language that it is to learn, such as kab.")
    private String to = "";

    @Reads(Place.FOLDER)
    @Option(names = "--model", paramLabel = "DIR",
            description = "The base model, a Hugging Face folder. It can also be given later: run FILE base-model --set base-model.folder=DIR.")
    private @Nullable Path model;

    @Option(names = "--name", paramLabel = "NAME", description = "What to call the project; as its file if left out.")
    private @Nullable String name;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Progress progress = new ConsoleProgress(line.getErr());
        try (Project made = NewProject.filled(Objects.requireNonNull(file), name(), from, to, begun -> addModel(begun, progress))) {
            line.getOut().println("The project is " + made.file());
        }
        return 0;
    }

    private String name() throws UsageException {
        if (name == null) {
            String plain = String.valueOf(Objects.requireNonNull(file).getFileName());
            return plain.endsWith(Project.EXTENSION) ? plain.substring(0, plain.length() - Project.EXTENSION.length()) : plain;
        }
        if (name.isBlank()) {
            throw new UsageException("--name is empty; a project needs a name.");
        }
        return name.strip();
    }

    private void addModel(Project begun, Progress progress) throws HydraException {
        if (model != null) {
            begun.work()
                    .job(Operations.BASE_MODEL, new FolderSettings(model), Use.ALWAYS, Environment.plain())
                    .run(progress);
        }
    }
}
