package org.hydraworkbench.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.hydra.RowOverlay;
import org.hydraworkbench.mapping.MappingRow;
import org.hydraworkbench.mapping.Origin;
import org.hydraworkbench.mapping.TokenMapping;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.corpora.PairStatus;
import org.hydraworkbench.project.links.EffectOfEdit;
import org.hydraworkbench.project.links.EffectiveLink;
import org.hydraworkbench.project.links.LiveEffect;
import org.hydraworkbench.project.links.PairView;
import org.hydraworkbench.project.links.RowChange;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.settings.MappingSettings;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.project.settings.TransferSettings;
import org.hydraworkbench.project.work.JobRecord;
import org.hydraworkbench.project.work.Workflow;
import org.hydraworkbench.testing.SharedData;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.tokenizer.Segment;
import org.hydraworkbench.tokenizer.Segmentation;
import org.hydraworkbench.tokenizer.TokenizerTrainer;
import org.hydraworkbench.train.Metrics;
import org.hydraworkbench.transfer.EmbeddingTables;
import org.hydraworkbench.transfer.Transfer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The road from text to a tuned Hydra in one small project: 400 real sentence pairs, a model of 260,000 parameters. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkflowTest {

    private static final int PAIRS = 400;

    @TempDir
    static Path folder;

    private static Project project;

    @BeforeAll
    static void buildUpToTheHydra() throws Exception {
        Path model = SharedData.require("models/stories260K");
        // Some test launchers load the program by a class loader of their own; the training process needs to know from where.
        if (WorkflowTest.class.getClassLoader() instanceof URLClassLoader loader) {
            List<String> classPath = new ArrayList<>();
            for (URL url : loader.getURLs()) {
                classPath.add(Path.of(url.toURI()).toString());
            }
            System.setProperty("java.class.path", String.join(File.pathSeparator, classPath));
        }
        List<String> lines = TextLines.readAll(SharedData.require("bitext/eng-kab.tatoeba.train.tsv.gz"));
        project = TestProjects.create(folder, lines.subList(0, PAIRS).toArray(String[]::new));
        Workflow work = project.workflow();
        work.importBaseModel(model).run(Progress.none());
        work.trainTokenizer(TokenizerTrainer.Options.defaults().withVocabularySize(500).withThreads(1), List.of())
                .run(Progress.none());
        work.align(AlignmentSettings.defaults().withOptions(AlignOptions.defaults().withThreads(1)))
                .run(Progress.none());
        work.map(MappingSettings.defaults()).run(Progress.none());
        work.transfer(TransferSettings.defaults()).run(Progress.none());
        work.assemble().run(Progress.none());
    }

    @AfterAll
    static void close() throws Exception {
        if (project != null) {
            project.close();
        }
    }

    @Test
    @Order(1)
    void recordsWhatEachStepWasMadeFrom() throws Exception {
        Artefact hydra = project.artefacts().require(ArtefactKind.HYDRA, "");
        assertThat(hydra.inputs()).extracting(ArtefactInput::role).containsExactly("base model", "model with new tables");
        Artefact alignment = project.artefacts().require(ArtefactKind.ALIGNMENT, "");
        assertThat(alignment.inputs())
                .extracting(ArtefactInput::role)
                .containsExactly("corpora", "source tokenizer", "target tokenizer");
        for (ArtefactKind kind : List.of(ArtefactKind.ALIGNMENT, ArtefactKind.MAPPING, ArtefactKind.HYDRA)) {
            assertThat(project.artefacts().staleness(project.artefacts().require(kind, "")).reasons()).isEmpty();
        }
    }

    @Test
    @Order(2)
    void showsLinksWithConfidencesAndPosteriorsOfTheSameShape() throws Exception {
        PairView view = project.alignments().view(1);
        assertThat(view.links()).isNotEmpty().allMatch(link -> link.origin() == EffectiveLink.Origin.MACHINE);
        var posteriors = project.alignments().posteriors(1).orElseThrow();
        assertThat(posteriors.sources()).isEqualTo(view.source().size());
        assertThat(posteriors.targets()).isEqualTo(view.target().size());
        for (EffectiveLink link : view.links()) {
            assertThat(posteriors.confidence(link.source(), link.target())).isEqualTo(link.confidence(), within(1e-3f));
        }
    }

    @Test
    @Order(3)
    void putsTheLeastCertainPairsFirst() throws Exception {
        List<PairRow> rows = project.corpora().page(PairFilter.all(), PairOrder.LEAST_CERTAIN, 0, PAIRS);
        assertThat(rows).hasSize(PAIRS).isSortedAccordingTo((a, b) -> Float.compare(a.score(), b.score()));
        assertThat(rows).extracting(PairRow::status).containsOnly(PairStatus.MACHINE);
    }

    @Test
    @Order(4)
    void changesTheRowsOfTheEditedWordsAndTakesThatBackWithUndo() throws Exception {
        LiveEffect live = project.live(Progress.none()).orElseThrow();
        TokenMapping before = live.mapping();
        assertThat(live.overlay().ids()).isEmpty();
        PairView view = project.alignments().view(1);
        Span source = word(view.source());
        Span target = word(view.target());
        project.edits().setLink(1, source, target, LinkState.SURE);
        EffectOfEdit effect = live.apply(1);
        assertThat(effect.changes()).isNotEmpty();
        assertThat(effect.overlay().ids()).isNotEmpty();
        for (RowChange change : effect.changes()) {
            assertThat(change.after()).isNotEqualTo(change.before());
            assertThat(live.row(change.target())).isEqualTo(change.after());
        }
        project.history().undo();
        live.apply(1);
        assertSame(live.mapping(), before);
        assertThat(live.overlay().ids()).isEmpty();
    }

    @Test
    @Order(5)
    void addsToTheTunedTableTheDifferenceOfInitialRows() throws Exception {
        LiveEffect live = project.live(Progress.none()).orElseThrow();
        PairView view = project.alignments().view(2);
        Span source = word(view.source());
        Span target = word(view.target());
        project.edits().setLink(2, source, target, LinkState.SURE);
        EffectOfEdit effect = live.apply(2);
        RowOverlay overlay = effect.overlay();
        RowChange change = effect.changes().getFirst();
        int at = java.util.Arrays.binarySearch(overlay.ids(), change.target());
        try (EmbeddingTables tables = EmbeddingTables.open(project.artefacts().require(ArtefactKind.BASE_MODEL, "").folder())) {
            float[] old = Transfer.row(tables, change.before(), false).input();
            float[] now = Transfer.row(tables, change.after(), false).input();
            for (int k = 0; k < old.length; k++) {
                assertThat(overlay.inputDeltas()[at * old.length + k]).isEqualTo(now[k] - old[k]);
            }
        }
        project.history().undo();
        live.apply(2);
    }

    @Test
    @Order(6)
    void hasTheSameLiveMappingAfterReopeningAndInANewMapping() throws Exception {
        PairView view = project.alignments().view(3);
        project.edits().setLink(
                3, word(view.source()), word(view.target()), LinkState.SURE);
        project.edits().confirm(4, true);
        LiveEffect live = project.live(Progress.none()).orElseThrow();
        live.apply(List.of(3L, 4L));
        TokenMapping edited = live.mapping();
        project.close();
        project = Project.open(folder.resolve("test.hydra"));
        assertSame(project.live(Progress.none()).orElseThrow().mapping(), edited);

        Artefact old = project.artefacts().require(ArtefactKind.MAPPING, "");
        assertThat(project.artefacts().staleness(old).isStale()).isTrue();
        Artefact made = project.workflow().map(MappingSettings.defaults()).run(Progress.none());
        assertThat(project.artefacts().staleness(made).isStale()).isFalse();
        assertSame(TokenMapping.load(made.file("mapping.bin")), edited);
        assertThat(project.live(Progress.none()).orElseThrow().overlay().ids())
                .as("the Hydra still comes from the mapping before the edits")
                .isNotEmpty();
        project.history().undo(); // the pointer to the new mapping
    }

    @Test
    @Order(7)
    void goesOnWithATrainingThatWasCancelledAndMakesATunedHydra() throws Exception {
        TrainingSettings settings = TrainingSettings.defaults()
                .withSteps(40)
                .withBatch(4, 48)
                .withRate(1e-3, 2);
        AtomicBoolean stop = new AtomicBoolean();
        List<Metrics> first = new ArrayList<>();
        assertThatThrownBy(() -> project.workflow()
                        .train(settings, step -> {
                            first.add(step);
                            stop.set(first.size() >= 3);
                        })
                        .run(new StopWhen(stop)))
                .isInstanceOf(CancelledException.class);
        JobRecord unfinished = project.workflow().unfinishedTraining().getFirst();
        assertThat(unfinished.state()).isEqualTo(JobRecord.State.CANCELLED);
        project.close();
        project = Project.open(folder.resolve("test.hydra"));

        List<Metrics> second = new ArrayList<>();
        Artefact tuned = project.workflow()
                .resumeTraining(project.workflow().unfinishedTraining().getFirst(), second::add)
                .run(Progress.none());
        assertThat(second.getFirst().step()).isGreaterThan(1);
        assertThat(second.getLast().step()).isEqualTo(40);
        assertThat(project.workflow().unfinishedTraining()).isEmpty();
        assertThat(project.artefacts().current(ArtefactKind.HYDRA)).hasValue(tuned);
        assertThat(Files.readAllLines(tuned.file("metrics.jsonl"))).hasSize(40);
        assertThat(project.artefacts().staleness(tuned).reasons())
                .noneMatch(reason -> reason.contains("a Hydra"));
        try (var folders = Files.list(project.files())) {
            assertThat(folders).noneMatch(path -> path.getFileName().toString().startsWith("training"));
        }
    }

    /** The last unit of some length. */
    private static Span word(Segmentation segmentation) {
        return segmentation.segments().reversed().stream()
                .map(Segment::span)
                .filter(span -> span.length() > 1)
                .findFirst()
                .orElseThrow();
    }

    /** The same mixtures; where the evidence was summed up in another order, sums may differ in the last bits. */
    private static void assertSame(TokenMapping one, TokenMapping other) {
        for (int t = 0; t < other.targetSize(); t++) {
            MappingRow a = one.row(t);
            MappingRow b = other.row(t);
            assertThat(a.origin()).isEqualTo(b.origin());
            if (a.origin() == Origin.EVIDENCE) {
                assertThat(a.evidence()).isEqualTo(b.evidence(), within(1e-6));
            }
            assertThat(a.size()).isEqualTo(b.size());
        }
    }

    /** Progress that is cancelled from elsewhere. */
    private record StopWhen(AtomicBoolean stop) implements Progress {
        @Override
        public void update(long done, long total) {}

        @Override
        public void message(String text) {}

        @Override
        public void log(String line) {}

        @Override
        public boolean isCancelled() {
            return stop.get();
        }
    }
}
