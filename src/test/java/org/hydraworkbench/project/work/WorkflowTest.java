package org.hydraworkbench.project.work;

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
import org.hydraworkbench.base.Lease;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.hydra.RowOverlay;
import org.hydraworkbench.mapping.MappingRow;
import org.hydraworkbench.mapping.Origin;
import org.hydraworkbench.mapping.TokenMapping;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.artefacts.Use;
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
import org.hydraworkbench.project.settings.FolderSettings;
import org.hydraworkbench.project.settings.MappingSettings;
import org.hydraworkbench.project.settings.NoSettings;
import org.hydraworkbench.project.settings.TokenizerSettings;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.project.settings.TransferSettings;
import org.hydraworkbench.testing.SharedData;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.tokenizer.Segment;
import org.hydraworkbench.tokenizer.Segmentation;
import org.hydraworkbench.train.Metrics;
import org.hydraworkbench.transfer.EmbeddingTables;
import org.hydraworkbench.transfer.TokenRows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
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
        TestProjects.make(project, Operations.BASE_MODEL, new FolderSettings(model));
        TestProjects.make(project, Operations.TOKENIZER, TokenizerSettings.ofSize(500));
        TestProjects.make(
                project,
                Operations.ALIGN,
                AlignmentSettings.defaults().withOptions(AlignOptions.defaults().withThreads(1)));
        TestProjects.make(project, Operations.MAP, MappingSettings.defaults());
        TestProjects.make(project, Operations.TRANSFER, TransferSettings.defaults());
        TestProjects.make(project, Operations.ASSEMBLE, new NoSettings());
    }

    @AfterAll
    static void close() throws Exception {
        if (project != null) {
            project.close();
        }
    }

    @Test
    @org.junit.jupiter.api.Order(1)
    void recordsWhatEachStepWasMadeFrom() throws Exception {
        Artefact hydra = inUse(Slot.HYDRA);
        assertThat(hydra.inputs()).extracting(ArtefactInput::use).containsExactly("base-model", "tables", "languages");
        Artefact alignment = inUse(Slot.alignment(project.info()));
        assertThat(alignment.inputs())
                .extracting(ArtefactInput::use)
                .containsExactly("train", "cutting", "source-tokenizer", "target-tokenizer");
        Artefact mapping = inUse(Slot.mapping(project.info()));
        assertThat(mapping.inputs())
                .extracting(ArtefactInput::use)
                .containsExactly("source-tokenizer", "target-tokenizer", "alignment", "edits");
        for (Artefact artefact : List.of(alignment, mapping, hydra)) {
            assertThat(project.work().staleness(artefact)).isEmpty();
        }
    }

    @Test
    @org.junit.jupiter.api.Order(2)
    void showsLinksWithConfidencesAndPosteriorsOfTheSameShape() throws Exception {
        PairView view = project.alignments().now().view(1);
        assertThat(view.links()).isNotEmpty().allMatch(link -> link.origin() == EffectiveLink.Origin.MACHINE);
        var posteriors = project.alignments().now().posteriors(1).orElseThrow();
        assertThat(posteriors.sources()).isEqualTo(view.source().size());
        assertThat(posteriors.targets()).isEqualTo(view.target().size());
        for (EffectiveLink link : view.links()) {
            assertThat(posteriors.confidence(link.source(), link.target())).isEqualTo(link.confidence(), within(1e-3f));
        }
    }

    @Test
    @org.junit.jupiter.api.Order(3)
    void putsTheLeastCertainPairsFirst() throws Exception {
        List<PairRow> rows = project.corpora().page(PairFilter.all(), PairOrder.LEAST_CERTAIN, 0, PAIRS);
        assertThat(rows).hasSize(PAIRS).isSortedAccordingTo((a, b) -> Float.compare(a.score(), b.score()));
        assertThat(rows).extracting(PairRow::status).containsOnly(PairStatus.MACHINE);
    }

    @Test
    @org.junit.jupiter.api.Order(4)
    void changesTheRowsOfTheEditedWordsAndTakesThatBackWithUndo() throws Exception {
        try (Lease<LiveEffect> lease = live()) {
            LiveEffect live = lease.get();
            TokenMapping before = live.mapping();
            assertThat(live.overlay().ids()).isEmpty();
            PairView view = project.alignments().now().view(1);
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
    }

    @Test
    @org.junit.jupiter.api.Order(5)
    void addsToTheTunedTableTheDifferenceOfInitialRows() throws Exception {
        try (Lease<LiveEffect> lease = live()) {
            LiveEffect live = lease.get();
            PairView view = project.alignments().now().view(2);
            Span source = word(view.source());
            Span target = word(view.target());
            project.edits().setLink(2, source, target, LinkState.SURE);
            EffectOfEdit effect = live.apply(2);
            RowOverlay overlay = effect.overlay();
            RowChange change = effect.changes().getFirst();
            int at = java.util.Arrays.binarySearch(overlay.ids(), change.target());
            try (EmbeddingTables tables = EmbeddingTables.open(inUse(Slot.BASE_MODEL).folder())) {
                TokenRows rows = TokenRows.of(tables, live.source(), live.target(), TransferSettings.defaults().options());
                float[] old = rows.row(change.before()).input();
                float[] now = rows.row(change.after()).input();
                for (int k = 0; k < old.length; k++) {
                    assertThat(overlay.inputDeltas()[at * old.length + k]).isEqualTo(now[k] - old[k]);
                }
            }
            project.history().undo();
            live.apply(2);
        }
    }

    @Test
    @org.junit.jupiter.api.Order(6)
    void hasTheSameLiveMappingAfterReopeningAndInANewMapping() throws Exception {
        PairView view = project.alignments().now().view(3);
        project.edits().setLink(
                3, word(view.source()), word(view.target()), LinkState.SURE);
        project.edits().confirm(4, true);
        TokenMapping edited;
        try (Lease<LiveEffect> live = live()) {
            live.get().apply(List.of(3L, 4L));
            edited = live.get().mapping();
        }
        project.close();
        project = Project.open(folder.resolve("test.hydra"));
        try (Lease<LiveEffect> live = live()) {
            assertSame(live.get().mapping(), edited);
        }

        assertThat(project.work().staleness(inUse(Slot.mapping(project.info())))).isNotEmpty();
        Artefact made = TestProjects.make(project, Operations.MAP, MappingSettings.defaults());
        assertThat(project.work().staleness(made)).isEmpty();
        assertSame(TokenMapping.load(made.file("mapping.bin")), edited);
        try (Lease<LiveEffect> live = live()) {
            assertThat(live.get().overlay().ids())
                    .as("the Hydra still comes from the mapping before the edits")
                    .isNotEmpty();
        }
        project.history().undo(); // the pointer to the new mapping
    }

    @Test
    @org.junit.jupiter.api.Order(7)
    void goesOnWithATrainingThatWasCancelledAndMakesATunedHydra() throws Exception {
        TrainingSettings settings = TrainingSettings.defaults().with(options -> options
                .withSteps(40)
                .withBatch(4, 48)
                .withRate(1e-3, 2));
        AtomicBoolean stop = new AtomicBoolean();
        List<Metrics> first = new ArrayList<>();
        Environment watching = Environment.plain().withTraining(step -> {
            first.add(step);
            stop.set(first.size() >= 3);
        });
        assertThatThrownBy(() -> project.work()
                        .job(Operations.TRAIN, settings, Use.ALWAYS, watching)
                        .run(new StopWhen(stop)))
                .isInstanceOf(CancelledException.class);
        JobRecord unfinished = project.work().unfinished().getFirst();
        assertThat(unfinished.state()).isEqualTo(JobRecord.State.CANCELLED);
        project.close();
        project = Project.open(folder.resolve("test.hydra"));

        List<Metrics> second = new ArrayList<>();
        Artefact tuned = project.work()
                .resume(project.work().unfinished().getFirst(), Environment.plain().withTraining(second::add))
                .run(Progress.none());
        assertThat(second.getFirst().step()).isGreaterThan(1);
        assertThat(second.getLast().step()).isEqualTo(40);
        assertThat(project.work().unfinished()).isEmpty();
        assertThat(project.artefacts().hydra()).hasValue(tuned);
        assertThat(Files.readAllLines(tuned.file("metrics.jsonl"))).hasSize(40);
        assertThat(project.work().staleness(tuned))
                .as("only the edits before the mapping are new, the Hydra is the one it was tuned from")
                .singleElement()
                .asString()
                .contains("untuned")
                .endsWith("is itself out of date.");
        try (var folders = Files.list(project.files())) {
            assertThat(folders).noneMatch(path -> path.getFileName().toString().startsWith("training"));
        }
    }

    /** An edit was never taken in: the old Hydra was trained, and what was trained stayed out of date. */
    @Test
    @org.junit.jupiter.api.Order(8)
    void rerunPutsTheHydraTogetherAnewBeforeItTrainsIt() throws Exception {
        Artefact old = inUse(Slot.TUNED_HYDRA);
        Rerun rerun = project.work().rerun(Environment.plain()).run(Progress.none());
        assertThat(rerun.stopped()).isEmpty();
        assertThat(rerun.made())
                .extracting(Artefact::kind)
                .containsExactly(
                        ArtefactKind.MAPPING, ArtefactKind.TRANSFER, ArtefactKind.HYDRA, ArtefactKind.TUNED_HYDRA);
        Artefact tuned = rerun.made().getLast();
        assertThat(tuned.input("hydra").orElseThrow().artefactId()).isEqualTo(rerun.made().get(2).id());
        assertThat(tuned.settingsJson()).isEqualTo(old.settingsJson());
        assertThat(project.artefacts().hydra()).hasValue(tuned);
        assertThat(project.work().guide().isStale()).isFalse();
        try (Lease<LiveEffect> live = live()) {
            assertThat(live.get().overlay().ids()).as("the edits are in the Hydra").isEmpty();
        }
    }

    private static Artefact inUse(Slot slot) throws Exception {
        return project.artefacts().require(slot);
    }

    private static Lease<LiveEffect> live() throws Exception {
        return project.alignments().live(Progress.none()).orElseThrow();
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
