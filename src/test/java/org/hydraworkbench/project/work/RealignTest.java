package org.hydraworkbench.project.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.links.PairView;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.testing.SharedData;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alignment that learns from edits, on 300 real sentence pairs. */
class RealignTest {

    private static final int PAIRS = 300;
    private static final int ADDED = 20;

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void align() throws Exception {
        List<String> lines = TextLines.readAll(SharedData.require("bitext/eng-kab.tatoeba.train.tsv.gz"));
        project = TestProjects.create(folder, lines.subList(0, PAIRS).toArray(String[]::new));
        TestProjects.make(project, Operations.ALIGN, settings());
    }

    @AfterEach
    void close() throws Exception {
        if (project != null) {
            project.close();
        }
    }

    private static AlignmentSettings settings() {
        return AlignmentSettings.defaults()
                .withUnit(Unit.WORD)
                .withOptions(AlignOptions.defaults().withModel(AlignmentMethod.HMM_FERTILITY).withThreads(1).withPasses(8));
    }

    private Artefact realign() throws Exception {
        return TestProjects.make(project, Operations.ALIGN, project.work().usual(Operations.ALIGN).withFromLinks(true));
    }

    private Alignment machine(long pair) throws Exception {
        return project.alignments().now().files().orElseThrow().links(pair);
    }

    private void say(long pair, int source, int target, LinkState state) throws Exception {
        PairView view = project.alignments().now().view(pair);
        project.edits()
                .setLink(
                        pair,
                        view.source().segments().get(source).span(),
                        view.target().segments().get(target).span(),
                        state);
    }

    @Test
    void theMachineNoLongerProposesARejectedLinkAndProposesAConfirmedOne() throws Exception {
        Link wrong = machine(2).links().getFirst();
        say(2, wrong.source(), wrong.target(), LinkState.REJECTED);
        int last = project.alignments().now().view(3).target().size() - 1;
        say(3, 0, last, LinkState.SURE);
        realign();
        assertThat(machine(2).state(wrong.source(), wrong.target())).isNull();
        assertThat(machine(3).links()).contains(Link.sure(0, last));
        TestProjects.make(project, Operations.ALIGN, settings());
        assertThat(machine(2).state(wrong.source(), wrong.target())).isNull();
        assertThat(machine(3).links()).contains(Link.sure(0, last));
    }

    @Test
    void aConfirmedPairKeepsExactlyItsLinks() throws Exception {
        Link wrong = machine(5).links().getFirst();
        say(5, wrong.source(), wrong.target(), LinkState.REJECTED);
        List<List<Integer>> links = cells(5);
        project.edits().confirm(5, true);
        realign();
        assertThat(cells(5)).isEqualTo(links);
        assertThat(machine(5).links()).allMatch(link -> link.confidence() == 1f);
    }

    @Test
    void aPairThatWasConfirmedWithoutLinksGetsNone() throws Exception {
        for (Link link : machine(7).links()) {
            say(7, link.source(), link.target(), LinkState.REJECTED);
        }
        project.edits().confirm(7, true);
        realign();
        assertThat(machine(7).links()).isEmpty();
        assertThat(cells(7)).isEmpty();
    }

    private List<List<Integer>> cells(long pair) throws Exception {
        return project.alignments().now().effective(pair).stream()
                .filter(link -> link.state() != LinkState.REJECTED)
                .map(link -> List.of(link.source(), link.target()))
                .toList();
    }

    @Test
    void goesOnFromTheLinksThereAreAlsoWhenPairsWereAdded() throws Exception {
        addPairs();
        Artefact made = realign();
        assertThat(made.inputs()).extracting(ArtefactInput::type).contains(ArtefactInput.Type.START);
        assertThat(project.work().staleness(made)).isEmpty();
        assertThat(project.alignments().now().files().orElseThrow().ids()).hasSize(PAIRS + ADDED);
        assertThat(machine(PAIRS + 5).links()).isNotEmpty();
    }

    /** Where it starts is chosen for a run; the next one is as usual again. */
    @Test
    void theNextAlignmentDoesNotGoOnFromTheLinksByItself() throws Exception {
        AlignmentSettings usual = project.work().usual(Operations.ALIGN);
        Artefact made = realign();
        assertThat(project.work().usual(Operations.ALIGN)).isEqualTo(usual);
        addPairs();
        assertThat(project.work().staleness(made)).isNotEmpty();
        project.work().rerun(Environment.plain()).run(Progress.none());
        assertThat(project.artefacts().require(Slot.alignment(project.info())).inputs())
                .extracting(ArtefactInput::type)
                .doesNotContain(ArtefactInput.Type.START);
    }

    @Test
    void keepsMoreOfTheLinksThereAreThanTrainingFromNothing() throws Exception {
        Set<List<Long>> before = machineLinks();
        addPairs();
        realign();
        double kept = kept(before);
        // the very training that an alignment which started from nothing would be
        TestProjects.make(project, Operations.ALIGN, settings());
        double keptFromNothing = kept(before);
        assertThat(kept).isGreaterThan(0.9).isGreaterThan(keptFromNothing + 0.01);
    }

    private void addPairs() throws Exception {
        List<String> lines = TextLines.readAll(SharedData.require("bitext/eng-kab.tatoeba.train.tsv.gz"));
        TestProjects.importLines(project, folder, "more", lines.subList(PAIRS, PAIRS + ADDED).toArray(String[]::new));
    }

    /** All links of the pairs that were there first: pair, source, target. */
    private Set<List<Long>> machineLinks() throws Exception {
        Set<List<Long>> all = new HashSet<>();
        for (long pair = 1; pair <= PAIRS; pair++) {
            for (Link link : machine(pair).links()) {
                all.add(List.of(pair, (long) link.source(), (long) link.target()));
            }
        }
        return all;
    }

    /** Which part of the links is still there. */
    private double kept(Set<List<Long>> before) throws Exception {
        Set<List<Long>> now = machineLinks();
        return (double) before.stream().filter(now::contains).count() / before.size();
    }

    @Test
    void thereMustBeAnAlignment() throws Exception {
        project.history().undo();
        assertThatThrownBy(this::realign)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("alignment");
    }
}
