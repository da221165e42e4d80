package org.hydraworkbench.project.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.settings.TokenizerImportSettings;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.testing.TinyTokenizers;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alignment in use, as it was when it was asked for. */
class CurrentAlignmentTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void create() throws Exception {
        project = TestProjects.create(
                folder, "waterstone dog\tamanazru aqjun", "water\taman", "stone\tazru", "dog\taqjun", "waterstone\tamanazru");
        take("english", Side.SOURCE, List.of("▁water", "stone", "▁stone", "▁dog"));
        take("kabyle", Side.TARGET, List.of("▁aman", "azru", "▁azru", "▁aqjun"));
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

    private Artefact align(Unit unit) throws Exception {
        AlignmentSettings usual = AlignmentSettings.defaults();
        return TestProjects.make(
                project,
                Operations.ALIGN,
                usual.withUnit(unit).withOptions(usual.options().withModel(AlignmentMethod.IBM1).withThreads(1)));
    }

    private CurrentAlignment now() throws Exception {
        return project.alignments().now();
    }

    /** Links of one alignment were put on the segments of another that came into use between two questions. */
    @Test
    void answersTheSameWhateverComesIntoUse() throws Exception {
        Artefact tokens = align(Unit.TOKEN);
        CurrentAlignment before = now();
        PairView view = before.view(1);
        PairPosteriors posteriors = before.posteriors(1).orElseThrow();
        assertThat(view.source().size()).isEqualTo(3);
        assertThat(view.links()).anyMatch(link -> link.source() == 2 && link.target() == 2);

        Artefact words = align(Unit.WORD);
        take("other", Side.TARGET, List.of("▁aqjun", "▁aman", "azru", "▁azru"));
        assertThat(now().artefact()).hasValue(words);
        assertThat(now().view(1).source().size()).isEqualTo(2);
        assertThat(before.artefact()).hasValue(tokens);
        assertThat(before.view(1)).usingRecursiveComparison().ignoringFields("pair.score").isEqualTo(view);
        assertThat(before.effective(1)).isEqualTo(view.links());
        assertThat(before.posteriors(1).orElseThrow().sources()).isEqualTo(posteriors.sources());
        assertThat(before.posteriors(1).orElseThrow().targets()).isEqualTo(posteriors.targets());
    }

    /** An alignment of tokens is shown by the tokenizers that cut it, not by those that came into use since. */
    @Test
    void isCutByItsOwnTokenizers() throws Exception {
        align(Unit.TOKEN);
        PairView view = now().view(1);
        take("other", Side.TARGET, List.of("▁aqjun", "▁amanazru"));
        assertThat(now().view(1).target().segments()).isEqualTo(view.target().segments());
        assertThat(now().view(1).links()).isEqualTo(view.links());
        project.close();
        project = Project.open(folder.resolve("test.hydra"));
        assertThat(now().view(1).target().segments()).isEqualTo(view.target().segments());
    }

    @Test
    void showsWordsWithoutLinksWhereThereIsNone() throws Exception {
        assertThat(now().artefact()).isEmpty();
        assertThat(now().files()).isEmpty();
        assertThat(now().posteriors(1)).isEmpty();
        PairView view = now().view(1);
        assertThat(view.source().size()).isEqualTo(2);
        assertThat(view.links()).isEmpty();
        assertThat(scores()).containsOnly(Float.NaN);
    }

    @Test
    void itsScoresComeAndGoWithIt() throws Exception {
        align(Unit.WORD);
        assertThat(scores()).doesNotContain(Float.NaN);
        project.history().undo();
        assertThat(scores()).containsOnly(Float.NaN);
        project.history().redo();
        assertThat(scores()).doesNotContain(Float.NaN);
    }

    private List<Float> scores() throws Exception {
        return project.corpora().page(PairFilter.all(), PairOrder.LEAST_CERTAIN, 0, 10).stream().map(PairRow::score).toList();
    }
}
