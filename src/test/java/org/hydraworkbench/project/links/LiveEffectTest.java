package org.hydraworkbench.project.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.base.Lease;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.mapping.TokenMapping;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.settings.MappingSettings;
import org.hydraworkbench.project.settings.TokenizerImportSettings;
import org.hydraworkbench.project.work.Environment;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.testing.TinyTokenizers;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.text.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live mapping is what a mapping made now would be, whatever was edited, excluded or taken out before and after the saved one. */
class LiveEffectTest {

    private static final Span WATER = new Span(0, 5);
    private static final Span STONE = new Span(6, 11);
    private static final Span AMAN = new Span(0, 4);
    private static final Span AZRU = new Span(5, 9);

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void create() throws Exception {
        project = TestProjects.create(
                folder, "water\taman", "stone\tazru", "dog\taqjun", "water stone\taman azru", "stone water\taman azru", "dog dog\taqjun",
                "water dog\taman aqjun");
        take("english", Side.SOURCE, List.of("▁water", "▁stone", "▁dog"));
        take("kabyle", Side.TARGET, List.of("▁aman", "▁azru", "▁aqjun"));
        AlignmentSettings usual = AlignmentSettings.defaults();
        TestProjects.make(
                project,
                Operations.ALIGN,
                usual.withOptions(usual.options().withModel(AlignmentMethod.IBM1).withThreads(1)));
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    private void take(String name, Side side, List<String> pieces) throws Exception {
        TinyTokenizers.sentencePiece(folder.resolve(name), Map.of("unk", "<unk>"), pieces).close();
        TestProjects.make(
                project, Operations.IMPORT_TOKENIZER, TokenizerImportSettings.of(folder.resolve(name), side));
    }

    private Artefact map() throws Exception {
        return makeMapping(Use.ALWAYS);
    }

    private Artefact makeMapping(Use use) throws Exception {
        return project.work().job(Operations.MAP, MappingSettings.defaults(), use, Environment.plain()).run(Progress.none());
    }

    @Test
    void followsEditsReviewsAndTheirUndoing() throws Exception {
        map();
        link(4, WATER, AZRU);
        assertFollows(4);
        project.edits().setLink(1, WATER, AMAN, LinkState.REJECTED);
        assertFollows(1);
        project.edits().confirm(7, true);
        assertFollows(7);
        project.history().undo();
        assertFollows(7);
        project.history().undo();
        assertFollows(1);
    }

    /** What people say of pairs for development and test is not trained on, so it is not learnt from. */
    @Test
    void learnsNothingFromPairsThatAreNotForTraining() throws Exception {
        Path test = TestProjects.file(folder, "test", "water stone\taman azru");
        CorpusInfo held = project.corpora()
                .importFrom(ImportRequest.of(test).withRole(CorpusRole.TEST).withName("held"), Progress.none())
                .getFirst();
        long pair = 8;
        assertThat(project.corpora().pair(pair).corpusId()).isEqualTo(held.id());
        map();
        link(pair, WATER, AZRU);
        assertFollows(pair);
        project.corpora().setRole(held.id(), CorpusRole.TRAINING);
        assertFollows(pair);
        project.history().undo();
        assertFollows(pair);
    }

    @Test
    void doesNotTakeAwayWhatAnExcludedPairNeverGave() throws Exception {
        project.corpora().exclude(List.of(4L, 7L), true);
        link(4, WATER, AZRU);
        map();
        assertFollows(4);
        link(7, WATER, AMAN);
        assertFollows(7);
        project.edits().confirm(4, true);
        assertFollows(4);
    }

    @Test
    void takesAwayWhatAPairGaveThatIsExcludedAndEditedLater() throws Exception {
        link(4, WATER, AZRU);
        map();
        project.corpora().exclude(List.of(4L, 7L), true);
        link(7, WATER, AMAN);
        assertFollows(4, 7);
    }

    @Test
    void givesWhatAPairGivesThatIsBroughtBackAndEditedLater() throws Exception {
        project.corpora().exclude(List.of(4L), true);
        map();
        project.corpora().exclude(List.of(4L), false);
        link(4, WATER, AZRU);
        assertFollows(4);
    }

    @Test
    void knowsNothingOfARemovedCorpusAndAllAgainWhenItIsBack() throws Exception {
        CorpusInfo more = TestProjects.importLines(project, folder, "more", "stone water\tazru aman");
        link(8, new Span(0, 5), new Span(5, 9));
        map();
        project.corpora().remove(more.id());
        Artefact without = makeMapping(Use.IF_NONE);
        project.history().undo();
        project.artefacts().use(without);
        assertFollows(8);
        project.corpora().remove(more.id());
        assertFollows(8);
    }

    /** The base model's file was unmapped under whoever still read rows of it. */
    @Test
    void whoHasOneKeepsItWhenAnotherMappingComesIntoUse() throws Exception {
        project.close();
        project = TestProjects.mapped(Files.createDirectory(folder.resolve("mapped")));
        try (Lease<LiveEffect> before = live()) {
            Artefact second = TestProjects.make(project, Operations.MAP, MappingSettings.defaults().withMinCount(1));
            try (Lease<LiveEffect> after = live();
                    Lease<LiveEffect> again = live()) {
                assertThat(after.get().sources().mapping()).isEqualTo(second.id());
                assertThat(again.get()).isSameAs(after.get()).isNotSameAs(before.get());
                project.edits().setLink(1, new Span(4, 7), new Span(0, 5), LinkState.SURE);
                assertThat(before.get().apply(1).changes()).isNotEmpty().noneMatch(change -> Double.isNaN(change.distance()));
                assertThat(after.get().apply(1).changes()).isNotEmpty();
            }
        }
    }

    @Test
    void thereIsNoneOfAMappingThatTakesNoNoticeOfEdits() throws Exception {
        assertThat(project.alignments().live(Progress.none())).isEmpty();
        TestProjects.make(project, Operations.MAP, MappingSettings.reference().withMinCount(1));
        assertThat(project.alignments().live(Progress.none())).isEmpty();
    }

    private Lease<LiveEffect> live() throws Exception {
        return project.alignments().live(Progress.none()).orElseThrow();
    }

    private void link(long pair, Span source, Span target) throws Exception {
        project.edits().setLink(pair, source, target, LinkState.SURE);
    }

    /** Whether a live mapping that was open and hears of pairs, and one that is opened now, are as one made now. */
    private void assertFollows(long... pairs) throws Exception {
        TokenMapping heard;
        try (Lease<LiveEffect> live = live()) {
            live.get().apply(LongStream.of(pairs).boxed().toList());
            heard = live.get().mapping();
        }
        project.alignments().close(); // so that the next is opened anew, as in another session
        TokenMapping opened;
        try (Lease<LiveEffect> live = live()) {
            opened = live.get().mapping();
        }
        Artefact made = makeMapping(Use.IF_NONE);
        TokenMapping now = TokenMapping.load(made.file("mapping.bin"));
        for (int t = 0; t < now.targetSize(); t++) {
            assertThat(opened.row(t)).as("opened now, row %d", t).isEqualTo(now.row(t));
            assertThat(heard.row(t)).as("open before, row %d", t).isEqualTo(now.row(t));
        }
    }
}
