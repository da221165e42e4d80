package org.hydraworkbench.project.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.links.AlignmentFiles;
import org.hydraworkbench.project.links.CurrentAlignment;
import org.hydraworkbench.project.links.PairView;
import org.hydraworkbench.project.work.StepStatus;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as it is shipped. */
class DemoProjectTest {

    @TempDir
    private Path folder;

    @Test
    void wasMadeByTheRulesThatCutItsSentencesNow() throws Exception {
        assertThat(DemoManifest.read().cutting()).isEqualTo(Unit.UNIT.version());
    }

    @Test
    void opensWithEverythingDoneAndItsWordsWhole() throws Exception {
        try (Project demo = DemoProject.create(folder.resolve("demo.hydra"), Progress.none())) {
            for (StepStatus step : demo.work().guide().steps()) {
                assertThat(step.why()).as(step.name()).isEmpty();
                assertThat(step.state()).as(step.name()).isEqualTo(StepStatus.State.DONE);
            }
            CurrentAlignment alignment = demo.alignments().now();
            AlignmentFiles files = alignment.files().orElseThrow();
            PairView second = alignment.view(files.ids()[1]);
            assertThat(second.source().surfaces()).containsExactly("Eat", "and", "drink", ".");
            assertThat(second.target().surfaces()).containsExactly("Ečč", "ernu", "sew", ".");
            assertThat(second.links()).extracting(link -> link.source() + "-" + link.target()).contains("1-1", "3-3");
            for (long pair : files.ids()) {
                PairView view = alignment.view(pair);
                assertThat(List.of(view.target().forms())).doesNotContain("▁");
                assertThat(view.links()).allMatch(link -> link.source() < view.source().size() && link.target() < view.target().size());
            }
            assertThat(demo.corpora().count(CorpusRole.TRAINING)).isEqualTo(files.ids().length);
        }
    }
}
