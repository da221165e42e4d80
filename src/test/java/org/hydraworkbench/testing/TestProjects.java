package org.hydraworkbench.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.work.Environment;
import org.hydraworkbench.project.work.Operation;

/** Small projects. */
public final class TestProjects {

    /** What is said to have made {@link #artefact}: no operation, so nobody asks how it was made. */
    public static final String BY_HAND = "by-hand";

    private TestProjects() {}

    /** A project {@code test.hydra} from English to Kabyle without any text. */
    public static Project empty(Path folder) throws Exception {
        return Project.create(folder.resolve("test.hydra"), "Test", "en", "kab");
    }

    /** The same with one corpus of tab-separated lines. */
    public static Project create(Path folder, String... lines) throws Exception {
        Project project = empty(folder);
        importLines(project, folder, "corpus", lines);
        return project;
    }

    /** Imports tab-separated lines for training. */
    public static CorpusInfo importLines(Project project, Path folder, String name, String... lines) throws Exception {
        Path file = file(folder, name, lines);
        List<CorpusInfo> made = project.corpora().importFrom(ImportRequest.of(file).withName(name), Progress.none());
        assertThat(made).hasSize(1);
        return made.getFirst();
    }

    /** A file {@code NAME.tsv} of lines. */
    public static Path file(Path folder, String name, String... lines) throws Exception {
        return Files.writeString(folder.resolve(name + ".tsv"), String.join("\n", lines) + "\n");
    }

    /** An artefact with one file, in use from now on. */
    public static Artefact artefact(Project project, Slot slot, String name, String content, Artefact... inputs)
            throws Exception {
        try (ArtefactBuilder builder = project.artefacts().begin(slot, BY_HAND)) {
            write(builder, content);
            for (Artefact input : inputs) {
                builder.input(ArtefactInput.of(ArtefactInput.Type.ARTEFACT, "input", input));
            }
            return builder.name(name).commit(Use.ALWAYS, Progress.none());
        }
    }

    /** Gives an artefact in the making its one file, {@code content.txt}. */
    public static void write(ArtefactBuilder builder, String content) throws HydraException {
        AtomicFiles.writeString(builder.folder().resolve("content.txt"), content);
    }

    /** Does an operation with settings, and uses its result. */
    public static <S> Artefact make(Project project, Operation<S> operation, S settings) throws HydraException {
        return project.work().job(operation, settings, Use.ALWAYS, Environment.plain()).run(Progress.none());
    }
}
