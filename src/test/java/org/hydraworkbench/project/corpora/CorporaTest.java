package org.hydraworkbench.project.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hydraworkbench.align.LinkState;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.testing.CancelAfter;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorporaTest {

    @TempDir
    Path folder;

    private Project project;
    private Corpora corpora;

    @BeforeEach
    void create() throws Exception {
        project = TestProjects.empty(folder);
        corpora = project.corpora();
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    @Test
    void importsPairsInTheirOrder() throws Exception {
        CorpusInfo corpus = TestProjects.importLines(project, folder, "animals", "dog\taqjun", "cat\tamcic");
        assertThat(corpus.pairs()).isEqualTo(2);
        assertThat(corpora.page(PairFilter.all(), PairOrder.CORPUS, 0, 10))
                .extracting(PairRow::source, PairRow::target, PairRow::ordinal, PairRow::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("dog", "aqjun", 0L, PairStatus.NONE),
                        org.assertj.core.groups.Tuple.tuple("cat", "amcic", 1L, PairStatus.NONE));
    }

    @Test
    void turnsSwappedFilesRound() throws Exception {
        Path file = Files.writeString(folder.resolve("swapped.tsv"), "aqjun\tdog\n");
        corpora.importFrom(ImportRequest.of(file).withSwapped(true), Progress.none());
        assertThat(corpora.page(PairFilter.all(), PairOrder.CORPUS, 0, 1).getFirst().source()).isEqualTo("dog");
    }

    @Test
    void takesTheProjectsLanguagesFromTmx() throws Exception {
        Path file = Files.writeString(folder.resolve("m.tmx"), """
                <tmx><body><tu><tuv xml:lang="fr"><seg>chien</seg></tuv><tuv xml:lang="kab"><seg>aqjun</seg></tuv>
                <tuv xml:lang="en"><seg>dog</seg></tuv></tu></body></tmx>""");
        corpora.importFrom(ImportRequest.of(file), Progress.none());
        PairRow pair = corpora.page(PairFilter.all(), PairOrder.CORPUS, 0, 1).getFirst();
        assertThat(pair.source()).isEqualTo("dog");
        assertThat(pair.target()).isEqualTo("aqjun");
    }

    @Test
    void leavesNothingOfAnImportThatFails() throws Exception {
        TestProjects.importLines(project, folder, "good", "dog\taqjun");
        String lines = "a\tb\n".repeat(6_000) + "no tab here\n";
        Path bad = Files.writeString(folder.resolve("bad.tsv"), lines);
        assertThatThrownBy(() -> corpora.importFrom(ImportRequest.of(bad), Progress.none()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("bad.tsv:6001:");
        assertThat(corpora.list()).hasSize(1);
        assertThat(corpora.count(PairFilter.all())).isEqualTo(1);
        assertThat(corpora.count(PairFilter.all().withExcluded(false))).isEqualTo(1);
    }

    @Test
    void leavesNothingOfAnImportThatIsCancelled() throws Exception {
        Path file = Files.writeString(folder.resolve("long.tsv"), "a\tb\n".repeat(20_000));
        Progress cancelled = new CancelAfter(2);
        assertThatThrownBy(() -> corpora.importFrom(ImportRequest.of(file), cancelled)).isInstanceOf(CancelledException.class);
        assertThat(corpora.list()).isEmpty();
    }

    @Test
    void jumpsToAnyPlaceAcrossCorpora() throws Exception {
        TestProjects.importLines(project, folder, "one", numbered("a", 100));
        TestProjects.importLines(project, folder, "two", numbered("b", 100));
        assertThat(corpora.page(PairFilter.all(), PairOrder.CORPUS, 98, 4))
                .extracting(PairRow::source)
                .containsExactly("a 98", "a 99", "b 0", "b 1");
        assertThat(corpora.page(PairFilter.all().withExcluded(false), PairOrder.CORPUS, 98, 4))
                .extracting(PairRow::source)
                .containsExactly("a 98", "a 99", "b 0", "b 1");
        assertThat(corpora.page(PairFilter.all(), PairOrder.CORPUS, 200, 4)).isEmpty();
    }

    @Test
    void findsWordsOnEitherSideBeforeAndAfterIndexing() throws Exception {
        CorpusInfo corpus = TestProjects.importLines(
                project, folder, "animals", "the dog barks\taqjun yesseglaf", "the cat\tamcic", "dogma\tɣer wexxam");
        for (int pass = 0; pass < 2; pass++) {
            assertThat(found("dog")).containsExactly("the dog barks", "dogma");
            assertThat(found("AQJ")).containsExactly("the dog barks");
            assertThat(found("ɣ")).containsExactly("dogma");
            assertThat(found("ca")).containsExactly("the cat");
            assertThat(found("\"%_")).isEmpty();
            corpora.index(corpus.id(), Progress.none());
        }
        assertThat(found("barks dog")).containsExactly("the dog barks");
        assertThat(corpora.get(corpus.id()).searchable()).isTrue();
    }

    @Test
    void findsCharactersInsideTextWithoutSpaces() throws Exception {
        CorpusInfo corpus = TestProjects.importLines(project, folder, "zh", "I like dogs\t我非常喜欢小狗", "rain\t今天下雨");
        corpora.index(corpus.id(), Progress.none());
        assertThat(found("喜欢小")).containsExactly("I like dogs");
        assertThat(found("雨")).containsExactly("rain");
    }

    @Test
    void filtersByStatusEditsAndExclusion() throws Exception {
        TestProjects.importLines(project, folder, "animals", "dog\taqjun", "cat\tamcic", "owl\tbururu", "fish\taslem");
        List<PairRow> rows = corpora.page(PairFilter.all(), PairOrder.CORPUS, 0, 10);
        project.edits().setLink(rows.get(0).id(), new Span(0, 3), new Span(0, 5), LinkState.SURE);
        project.edits().confirm(rows.get(1).id(), true);
        corpora.exclude(List.of(rows.get(2).id()), true);

        assertThat(sources(PairFilter.all().withEdited(true))).containsExactly("dog");
        assertThat(sources(PairFilter.all().withStatuses(Set.of(PairStatus.CONFIRMED)))).containsExactly("cat");
        assertThat(sources(PairFilter.all().withStatuses(Set.of(PairStatus.EDITED, PairStatus.CONFIRMED))))
                .containsExactly("dog", "cat");
        assertThat(sources(PairFilter.all().withExcluded(true))).containsExactly("owl");
        assertThat(sources(PairFilter.all().withExcluded(false))).containsExactly("dog", "cat", "fish");
        project.history().undo();
        assertThat(sources(PairFilter.all().withExcluded(true))).isEmpty();
        project.history().undo();
        assertThat(sources(PairFilter.all().withStatuses(Set.of(PairStatus.CONFIRMED)))).isEmpty();
    }

    @Test
    void excludesOnlyWhatWasNotExcludedSoThatUndoBringsBackTheRight() throws Exception {
        TestProjects.importLines(project, folder, "animals", "dog\taqjun", "cat\tamcic");
        long dog = corpora.search("dog", 1).getFirst();
        long cat = corpora.search("cat", 1).getFirst();
        corpora.exclude(List.of(dog), true);
        corpora.exclude(List.of(dog, cat), true);
        project.history().undo();
        assertThat(corpora.pair(dog).excluded()).isTrue();
        assertThat(corpora.pair(cat).excluded()).isFalse();
        assertThat(corpora.exclude(List.of(dog), true)).isFalse();
    }

    @Test
    void ordersByLength() throws Exception {
        TestProjects.importLines(project, folder, "animals", "dog\tz", "elephant\ty", "a\tlongest target");
        assertThat(corpora.page(PairFilter.all(), PairOrder.LONGEST_SOURCE, 0, 1).getFirst().source()).isEqualTo("elephant");
        assertThat(corpora.page(PairFilter.all(), PairOrder.LONGEST_TARGET, 0, 1).getFirst().source()).isEqualTo("a");
    }

    @Test
    void changesItsFingerprintWithTrainingTextAndExclusionsOnly() throws Exception {
        TestProjects.importLines(project, folder, "animals", "dog\taqjun");
        String first = corpora.fingerprint(CorpusRole.TRAINING);
        Path test = Files.writeString(folder.resolve("held-out.tsv"), "x\ty\n");
        corpora.importFrom(ImportRequest.of(test).withRole(CorpusRole.TEST), Progress.none());
        assertThat(corpora.fingerprint(CorpusRole.TRAINING)).isEqualTo(first);
        corpora.exclude(corpora.search("dog", 1), true);
        assertThat(corpora.fingerprint(CorpusRole.TRAINING)).isNotEqualTo(first);
        project.history().undo();
        assertThat(corpora.fingerprint(CorpusRole.TRAINING)).isEqualTo(first);
    }

    private List<String> found(String text) throws Exception {
        return sources(PairFilter.all().withText(text));
    }

    private List<String> sources(PairFilter filter) throws Exception {
        List<PairRow> rows = corpora.page(filter, PairOrder.CORPUS, 0, 100);
        assertThat(corpora.count(filter)).isEqualTo(rows.size());
        return rows.stream().map(PairRow::source).toList();
    }

    private static String[] numbered(String word, int count) {
        return IntStream.range(0, count).mapToObj(i -> word + " " + i + "\tx").toArray(String[]::new);
    }
}
