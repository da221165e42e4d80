package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultNoticesTest {

    @TempDir
    Path folder;

    /** It once stood in the log of the job only. */
    @Test
    void anImportThatSharesSentencesAcrossTheLineIsToldWhenItIsDone() throws Exception {
        Path file = folder.resolve("p.hydra");
        try (Project project = Project.create(file, "P", "en", "kab")) {
            project.corpora().importFrom(request("tests", "dog\taqjun").withRole(CorpusRole.TEST), Progress.none());
        }
        try (TestBench bench = new TestBench(folder.resolve("settings"))) {
            Project project = bench.open(file);
            Workbench workbench = bench.workbench;
            ResultNotices notices = new ResultNotices(workbench.project(), workbench.jobs(), workbench.notices());
            take(workbench, notices, project, request("apart", "cat\tamcic"));
            assertThat(bench.told).noneMatch(text -> text.contains("looks better"));
            take(workbench, notices, project, request("more", "dog\taydi", "bird\tafrux"));
            bench.await(() -> bench.told.stream().anyMatch(text ->
                    text.startsWith("Import more: 1 of the pairs for training have a sentence that is held out")));
        }
    }

    private static void take(Workbench workbench, ResultNotices notices, Project project, ImportRequest request) {
        JobRun<?> run = workbench.jobs().submit(Step.CORPUS, project.work().importCorpus(request));
        run.onEnded(() -> notices.done(run));
    }

    private ImportRequest request(String name, String... lines) throws Exception {
        return ImportRequest.of(Files.write(folder.resolve(name + ".tsv"), List.of(lines))).withName(name);
    }
}
