package org.hydraworkbench.project;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.ImportRequest;

/** Small projects for tests. */
final class TestProjects {

    private TestProjects() {}

    /** A project {@code test.hydra} from English to Kabyle with one corpus of tab-separated lines. */
    static Project create(Path folder, String... lines) throws Exception {
        Project project = Project.create(folder.resolve("test.hydra"), "Test", "en", "kab");
        importLines(project, folder, "corpus", lines);
        return project;
    }

    static CorpusInfo importLines(Project project, Path folder, String name, String... lines) throws Exception {
        Path file = Files.writeString(folder.resolve(name + ".tsv"), String.join("\n", lines) + "\n");
        return project.corpora().importFrom(ImportRequest.of(file).withName(name), Progress.none());
    }

    /** An artefact with one file. */
    static Artefact artefact(Project project, ArtefactKind kind, String name, String content, Artefact... inputs)
            throws Exception {
        try (ArtefactBuilder builder = project.artefacts().begin(kind, name)) {
            write(builder, content);
            for (Artefact input : inputs) {
                builder.input("input", input);
            }
            return builder.commit(Progress.none());
        }
    }

    static void write(ArtefactBuilder builder, String content) throws HydraException {
        org.hydraworkbench.base.AtomicFiles.writeString(builder.folder().resolve("content.txt"), content);
    }
}
