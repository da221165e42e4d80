package org.hydraworkbench.project.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.testing.TestProjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldingOutTest {

    @TempDir
    Path folder;

    private static List<String> sources(Project project, CorpusRole role) throws Exception {
        return project.corpora().first(role, 100).stream().map(SentencePair::source).toList();
    }

    @Test
    void whatIsHeldOutIsNotTrainedOnAndComesBackByUndo() throws Exception {
        try (Project project = TestProjects.small(folder)) {
            List<String> before = sources(project, CorpusRole.TRAINING);
            String trained = project.corpora().fingerprint(CorpusRole.TRAINING);
            CorpusInfo made = project.work().holdOut(CorpusRole.TEST, 4).run(Progress.none());
            assertThat(made.role()).isEqualTo(CorpusRole.TEST);
            assertThat(made.name()).isEqualTo("Held out for test");
            assertThat(made.origin()).isEqualTo("held out of corpus");
            assertThat(made.pairs()).isEqualTo(4);
            assertThat(project.corpora().get(made.id()).searchable()).isTrue();
            List<String> held = sources(project, CorpusRole.TEST);
            List<String> left = sources(project, CorpusRole.TRAINING);
            assertThat(held).hasSize(4).doesNotContainAnyElementsOf(left);
            assertThat(before).containsExactlyInAnyOrderElementsOf(join(held, left));
            assertThat(project.corpora().fingerprint(CorpusRole.TRAINING)).isNotEqualTo(trained);
            CorpusInfo more = project.work().holdOut(CorpusRole.DEVELOPMENT, 2).run(Progress.none());
            assertThat(more.pairs()).isEqualTo(2);
            assertThat(sources(project, CorpusRole.DEVELOPMENT)).doesNotContainAnyElementsOf(held);
            assertThat(project.history().undo()).contains("Hold out 2 sentences for development");
            assertThat(project.history().undo()).contains("Hold out 4 sentences for test");
            assertThat(sources(project, CorpusRole.TRAINING)).isEqualTo(before);
            assertThat(sources(project, CorpusRole.TEST)).isEmpty();
            project.history().redo();
            assertThat(sources(project, CorpusRole.TEST)).isEqualTo(held);
        }
    }

    private static List<String> join(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /** All pairs of a sentence go together, and the same text can be drawn again when it was taken back. */
    @Test
    void aSentenceGoesWithAllItsPairs() throws Exception {
        try (Project project = TestProjects.create(folder, "a b\tx", "a b \ty", "c d\tz", "e f\tu", "c d\tv")) {
            assertThatThrownBy(() -> project.corpora().holdOut(CorpusRole.TEST, 2, Progress.none()))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("The project trains on 3 different source sentences; at most 1 of them can be held out for test");
            assertThat(project.corpora().holdOut(CorpusRole.TEST, 1, Progress.none()).pairs()).isOne();
            assertThat(sources(project, CorpusRole.TEST)).as("one that occurs once").containsExactly("e f");
            project.history().undo();
            assertThat(project.corpora().holdOut(CorpusRole.DEVELOPMENT, 1, Progress.none()).pairs()).isOne();
        }
    }

    @Test
    void whatAPersonConfirmedAndWhatIsHeldOutAlreadyStays() throws Exception {
        try (Project project = TestProjects.create(folder, "a b\tx", "c d\tz", "e f\tu", "g h\tv")) {
            project.edits().confirm(1, true);
            project.corpora().importFrom(
                    ImportRequest.of(TestProjects.file(folder, "dev", "c d\tz")).withRole(CorpusRole.DEVELOPMENT), Progress.none());
            project.corpora().holdOut(CorpusRole.TEST, 2, Progress.none());
            assertThat(sources(project, CorpusRole.TEST)).containsExactly("e f", "g h");
        }
    }
}
