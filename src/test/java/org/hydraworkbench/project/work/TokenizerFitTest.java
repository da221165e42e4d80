package org.hydraworkbench.project.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Lease;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.mapping.MappingRow;
import org.hydraworkbench.mapping.TokenMapping;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.links.EffectOfEdit;
import org.hydraworkbench.project.links.LiveEffect;
import org.hydraworkbench.project.links.PairView;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.settings.FolderSettings;
import org.hydraworkbench.project.settings.MappingSettings;
import org.hydraworkbench.project.settings.TokenizerImportSettings;
import org.hydraworkbench.project.settings.TransferSettings;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.testing.TinyTokenizers;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.tokenizer.Segment;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A number that is a token of one tokenizer is another token of another: what was cut by one is never read by the other. */
class TokenizerFitTest {

    private static final List<String> ENGLISH = List.of("▁water", "▁stone", "▁dog", "▁house");
    private static final List<String> KABYLE = List.of("▁aman", "▁azru", "▁aqjun", "▁axxam");

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void create() throws Exception {
        project = TestProjects.create(
                folder, "water\taman", "stone\tazru", "dog\taqjun", "house\taxxam", "water stone\taman azru", "dog house\taqjun axxam",
                "water dog\taman aqjun", "stone house\tazru axxam");
        take("english", Side.SOURCE, ENGLISH);
        take("kabyle", Side.TARGET, KABYLE);
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    private Artefact take(String name, Side side, List<String> pieces) throws Exception {
        TinyTokenizers.sentencePiece(folder.resolve(name), Map.of("unk", "<unk>"), pieces).close();
        return TestProjects.make(
                project, Operations.IMPORT_TOKENIZER, TokenizerImportSettings.of(folder.resolve(name), side));
    }

    private Artefact align(Unit unit) throws Exception {
        AlignmentSettings usual = AlignmentSettings.defaults();
        return TestProjects.make(
                project,
                Operations.ALIGN,
                usual.withUnit(unit).withOptions(usual.options().withModel(AlignmentMethod.IBM1).withThreads(1)));
    }

    private Artefact map() throws Exception {
        return TestProjects.make(project, Operations.MAP, MappingSettings.defaults());
    }

    /** It went through, gave {@code azru} (stone) evidence for {@code water}, and only "stale" hinted at it. */
    @Test
    void aMappingIsNotMadeFromLinksBetweenTokensOfAnotherTokenizer() throws Exception {
        Artefact alignment = align(Unit.UNIT);
        Artefact before = project.artefacts().require(Slot.tokenizer(project.info(), Side.TARGET));
        map();
        Artefact other = take("other", Side.TARGET, KABYLE.reversed());
        assertThatThrownBy(this::map)
                .isInstanceOf(InputException.class)
                .hasMessage("“%s” was made with “%s” and does not fit “%s”, which is in use; make it again first."
                        .formatted(alignment.name(), before.name(), other.name()));
        assertThat(project.artefacts().list(ArtefactKind.MAPPING)).hasSize(1);
        align(Unit.UNIT);
        assertThat(mixtures(map(), "other")).containsEntry("▁aman", "▁water").containsEntry("▁azru", "▁stone");
    }

    @Test
    void aModelIsNotGivenTablesByAMappingToAnotherTokenizer() throws Exception {
        align(Unit.WORD);
        map();
        TestProjects.artefact(project, Slot.BASE_MODEL, "model", "weights");
        take("other", Side.TARGET, KABYLE.reversed());
        assertThatThrownBy(() -> TestProjects.make(project, Operations.TRANSFER, TransferSettings.defaults()))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("“Mapping from links”")
                .hasMessageContaining("does not fit");
        assertThat(project.artefacts().list(ArtefactKind.TRANSFER)).isEmpty();
    }

    /** The numbers of the mapping's source tokens were read as rows of the model's tables, whatever stands there. */
    @Test
    void aModelIsNotGivenTablesByAMappingFromAnotherTokenizerThanItsOwn() throws Exception {
        Artefact model = TestProjects.make(project, Operations.BASE_MODEL, new FolderSettings(TestModels.stories()));
        Artefact english = take("english again", Side.SOURCE, ENGLISH);
        align(Unit.WORD);
        map();
        assertThatThrownBy(() -> TestProjects.make(project, Operations.TRANSFER, TransferSettings.defaults()))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("“%s” is not the tokenizer of “%s”".formatted(english.name(), model.name()));
        assertThat(project.artefacts().list(ArtefactKind.TRANSFER)).isEmpty();
        try (Lease<LiveEffect> lease = project.alignments().live(Progress.none()).orElseThrow()) {
            PairView view = project.alignments().now().view(1);
            project.edits().setLink(1, span(view.source().segments(), "water", "water"),
                    span(view.target().segments(), "aman", "aman"), LinkState.REJECTED);
            assertThat(lease.get().apply(1).changes()).isNotEmpty().allMatch(change -> Double.isNaN(change.distance()));
        }
    }

    /** The same tokenizer taken in twice is the same. */
    @Test
    void aCopyOfTheTokenizerFits() throws Exception {
        align(Unit.UNIT);
        take("copy", Side.TARGET, KABYLE);
        assertThat(mixtures(map(), "copy")).containsEntry("▁aman", "▁water").containsEntry("▁azru", "▁stone");
    }

    @Test
    void linksBetweenWordsAreReadByAnyTokenizer() throws Exception {
        align(Unit.WORD);
        assertThat(mixtures(map(), "kabyle")).containsEntry("▁aman", "▁water").containsEntry("▁azru", "▁stone");
        take("other", Side.TARGET, KABYLE.reversed());
        assertThat(mixtures(map(), "other")).containsEntry("▁aman", "▁water").containsEntry("▁azru", "▁stone");
    }

    /** Of each target piece the heaviest source piece. */
    private Map<String, String> mixtures(Artefact mapping, String targetTokenizer) throws Exception {
        try (Tokenizer source = Tokenizer.load(folder.resolve("english"));
                Tokenizer target = Tokenizer.load(folder.resolve(targetTokenizer))) {
            TokenMapping made = TokenMapping.load(mapping.file("mapping.bin"));
            return KABYLE.stream().collect(Collectors.toMap(piece -> piece, piece -> {
                MappingRow row = made.row(target.id(piece).orElseThrow());
                return row.size() == 0 ? "" : source.piece(row.sources()[0]);
            }));
        }
    }

    /** An edit of {@code aman} (water) gave evidence to whatever had its number in the tokenizer that came into use. */
    @Test
    void theLiveMappingKeepsTheTokenizersOfItsMapping() throws Exception {
        for (Unit unit : List.of(Unit.WORD, Unit.UNIT)) {
            align(unit);
            map();
            Artefact kabyle = project.artefacts().require(Slot.tokenizer(project.info(), Side.TARGET));
            take("other" + unit, Side.TARGET, KABYLE.reversed());
            assertThat(changedBy(1, "water", "aman")).as("linked by %s", unit).isEqualTo(Set.of("▁aman"));
            project.history().undo();
            assertThat(changedBy(5, "stone", "aman")).as("linked by %s", unit).isEqualTo(Set.of("▁aman"));
            project.history().undo();
            project.artefacts().use(kabyle);
        }
    }

    /** The pieces whose rows change with a link that a person makes. */
    private Set<String> changedBy(long pair, String source, String target) throws Exception {
        try (Lease<LiveEffect> lease = project.alignments().live(Progress.none()).orElseThrow()) {
            LiveEffect live = lease.get();
            live.apply(pair);
            PairView view = project.alignments().now().view(pair);
            project.edits().setLink(pair, span(view.source().segments(), view.pair().source(), source),
                    span(view.target().segments(), view.pair().target(), target), LinkState.SURE);
            EffectOfEdit effect = live.apply(pair);
            for (var change : effect.changes()) {
                int water = live.source().id("▁" + source).orElseThrow();
                assertThat(Arrays.stream(change.after().sources()).anyMatch(s -> s == water)).isTrue();
            }
            return effect.changes().stream().map(change -> live.target().piece(change.target())).collect(Collectors.toSet());
        }
    }

    private static Span span(List<Segment> segments, String text, String word) {
        return segments.stream()
                .map(Segment::span)
                .filter(span -> text.substring(span.start(), span.end()).strip().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
