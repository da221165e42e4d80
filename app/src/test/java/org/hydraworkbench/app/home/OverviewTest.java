package org.hydraworkbench.app.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.app.home.Overview.Act;
import org.hydraworkbench.app.home.Overview.Next;
import org.hydraworkbench.app.shell.CurrentThreadJobRunner;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.WorkspaceState;
import org.hydraworkbench.project.work.Guide;
import org.hydraworkbench.project.work.StepStatus;
import org.hydraworkbench.project.work.StepStatus.State;
import org.junit.jupiter.api.Test;

class OverviewTest {

    private static StepStatus step(String id, String name, State state, String... why) {
        return new StepStatus(id, name, state, Optional.empty(), List.of(why), Map.of());
    }

    private static Overview of(StepStatus... steps) {
        return Overview.of(new Guide(List.of(steps)), Map.of(), null);
    }

    @Test
    void aStepThatTheWindowDoesNotKnowIsShownByItsOwnName() {
        Overview overview = of(step("polish", "Polishing", State.READY));
        assertThat(overview.rows()).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("Polishing");
            assertThat(row.workspace()).isEqualTo(Step.HOME);
        });
        assertThat(overview.next()).isInstanceOfSatisfying(Next.Do.class, next -> {
            assertThat(next.sentence()).contains("Polishing");
            assertThat(next.workspace()).isEmpty();
            assertThat(next.act()).isEqualTo(Act.NONE);
        });
    }

    @Test
    void whileAJobGoesOnNoLaterStepIsNamed() {
        JobRun<Boolean> run = new CurrentThreadJobRunner().query(() -> true);
        Guide guide = new Guide(List.of(step("train", "Training", State.READY), step("evaluate", "Evaluation", State.WAITING)));
        Overview overview = Overview.of(guide, Map.of("train", run), run);
        assertThat(overview.next()).isEqualTo(new Next.Working(run));
        assertThat(overview.rows().getFirst().state().kind()).isEqualTo(WorkspaceState.Kind.RUNNING);
        assertThat(overview.rows().getFirst().doing()).isSameAs(run);
    }

    @Test
    void everythingIsDoneOnlyWhenEveryStepIs() {
        StepStatus done = step("align", "Alignment", State.DONE);
        assertThat(of(done, step("map", "Mapping", State.WAITING, "This needs time.")).next()).isInstanceOf(Next.Do.class);
        assertThat(of(done, step("map", "Mapping", State.STALE, "It is old.")).next()).isInstanceOf(Next.Do.class);
        assertThat(of(done, step("map", "Mapping", State.DONE)).next()).isEqualTo(new Next.Nothing());
    }

    @Test
    void aWallOfReasonsIsOneReasonAndTheirNumber() {
        Overview overview = of(step("align", "Alignment", State.STALE, "a.bin is missing", "b.bin is missing", "c.bin is missing"));
        assertThat(overview.rows().getFirst().state().reason()).isEqualTo("a.bin is missing (and 2 more reasons)");
        assertThat(overview.rows().getFirst().state().details()).contains("c.bin is missing");
    }

    /** Links are all that translating by phrases needs; neither a model nor a Hydra has to be there. */
    @Test
    void whatNeedsNoModelIsOfferedBesideIt() {
        StepStatus model = step("base-model", "Base model", State.READY);
        StepStatus hydra = step("assemble", "Hydra", State.WAITING, "This needs a mapping first.");
        assertThat(beside(model, step("corpus", "Corpus", State.READY), hydra)).contains(Overview.Beside.IMPORT);
        StepStatus corpus = step("corpus", "Corpus", State.DONE);
        assertThat(beside(model, corpus, step("align", "Alignment", State.WAITING), hydra)).contains(Overview.Beside.ALIGN);
        StepStatus align = step("align", "Alignment", State.STALE, "It is old.");
        assertThat(beside(model, corpus, align, hydra)).contains(Overview.Beside.TRANSLATE);
        assertThat(beside(corpus, align, step("assemble", "Hydra", State.DONE))).isEmpty();
        assertThat(beside(step("base-model", "Base model", State.DONE), corpus, step("align", "Alignment", State.READY))).isEmpty();
    }

    private static Optional<Overview.Beside> beside(StepStatus... steps) {
        return ((Next.Do) of(steps).next()).beside();
    }
}
