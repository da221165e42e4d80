package org.hydraworkbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The project that a command works on. */
final class ProjectFileMixin {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}._/\\\\:@%+=,~-]+");

    @Reads(Place.PROJECT)
    @Parameters(index = "0", paramLabel = "FILE.hydra", description = "The project's file.")
    private @Nullable Path file;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    Path file() {
        return Objects.requireNonNull(file);
    }

    /** The file as it was given, for a command that a person can copy. */
    String shown() {
        return shown(file());
    }

    static String shown(Path file) {
        String name = file.toString();
        return PLAIN.matcher(name).matches() ? name : '"' + name + '"';
    }

    /** Opens it and says what a person should know of its state; the caller closes it. */
    Project open() throws HydraException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        Project project = Project.open(file());
        project.remarks().forEach(remark -> err.println("hydra: " + remark));
        return project;
    }
}
