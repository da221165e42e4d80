package org.hydraworkbench.project.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.testing.CancelAfter;
import org.hydraworkbench.testing.TestProjects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sentences that are kept from training at the import, for test and development. */
class HeldOutTest {

    private static final int ONCE = 40; // sentences that occur once
    private static final int OFTEN = 20; // sentences that occur three times, differently spaced

    @TempDir
    Path folder;

    private Project project;
    private Corpora corpora;
    private Path file;

    @BeforeEach
    void create() throws Exception {
        project = TestProjects.empty(folder);
        corpora = project.corpora();
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < ONCE; k++) {
            lines.add("once %d\tyiwet %d".formatted(k, k));
        }
        for (int time = 0; time < 3; time++) {
            for (int k = 0; k < OFTEN; k++) {
                lines.add("%soften %d%s\taṭas %d %d".formatted(" ".repeat(time), k, " ".repeat(time), k, time));
            }
        }
        file = TestProjects.file(folder, "sentences", lines.toArray(String[]::new));
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    @Test
    void twoPartsAreHeldOutEachACorpusOfItsOwn() throws Exception {
        List<CorpusInfo> made = take(5);
        assertThat(made)
                .extracting(CorpusInfo::name, CorpusInfo::role)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("sentences.tsv", CorpusRole.TRAINING),
                        org.assertj.core.groups.Tuple.tuple("sentences.tsv, development", CorpusRole.DEVELOPMENT),
                        org.assertj.core.groups.Tuple.tuple("sentences.tsv, test", CorpusRole.TEST));
        assertThat(corpora.list()).isEqualTo(made);
        assertThat(sources(made.get(1))).hasSize(5);
        assertThat(sources(made.get(2))).hasSize(5);
        assertThat(made.stream().mapToLong(CorpusInfo::pairs).sum()).isEqualTo(ONCE + 3 * OFTEN);
        assertThat(corpora.count(PairFilter.all())).isEqualTo(ONCE + 3 * OFTEN);
        assertThat(corpora.count(CorpusRole.TEST)).isEqualTo(5);
    }

    /** A sentence that texts are full of says little of a translator. */
    @Test
    void sentencesThatOccurOnceAreHeldOutFirst() throws Exception {
        List<CorpusInfo> made = take(15);
        assertThat(sources(made.get(1))).hasSize(15).allMatch(source -> source.startsWith("once"));
        assertThat(sources(made.get(2))).hasSize(15).allMatch(source -> source.startsWith("once"));
    }

    @Test
    void noSentenceIsInTwoPartsHoweverItIsSpacedAndTranslated() throws Exception {
        // five sentences, of which only "a" occurs once
        Path few = TestProjects.file(
                folder, "few", "a\tx", "b\ty", " b\ty2", "c\tz", "c \tz2", "d\tw", " d\tw2", "d\tw3", "e\tv", "e\tv2", "e\tv3");
        assertThatThrownBy(() -> corpora.importFrom(ImportRequest.of(few).withHoldOut(2), Progress.none()))
                .isInstanceOf(InputException.class);
        List<CorpusInfo> made = corpora.importFrom(ImportRequest.of(few).withHoldOut(1), Progress.none());
        Set<String> seen = new HashSet<>();
        long pairs = 0;
        for (CorpusInfo part : made) {
            Set<String> own = sources(part);
            assertThat(seen).doesNotContainAnyElementsOf(own);
            seen.addAll(own);
            pairs += part.pairs();
        }
        assertThat(seen).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
        assertThat(pairs).isEqualTo(11);
        assertThat(made.get(1).pairs() + made.get(2).pairs()).as("one occurs once, the other two or three times").isBetween(3L, 4L);
    }

    @Test
    void aLaterTextThatSharesSentencesAcrossTheLineIsTold() throws Exception {
        List<CorpusInfo> made = take(5);
        String held = sources(made.get(2)).iterator().next();
        String trained = sources(made.get(0)).iterator().next();
        assertThat(told("more", CorpusRole.TRAINING, held + "\tayen nniḍen", trained + "\tayen nniḍen", "new\tamaynut"))
                .anyMatch(line -> line.startsWith("1 of the pairs for training have a sentence that is held out"));
        assertThat(told("tests", CorpusRole.TEST, held + "\twayeḍ", trained + "\twayeḍ", "newer\tamaynut"))
                .anyMatch(line -> line.startsWith("2 of the pairs for test or development have a sentence that this project trains on"));
        assertThat(told("apart", CorpusRole.TRAINING, "apart\timan-is")).noneMatch(line -> line.contains("looks better"));
    }

    private List<String> told(String name, CorpusRole role, String... lines) throws Exception {
        List<String> told = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void update(long done, long total) {}

            @Override
            public void message(String text) {}

            @Override
            public void log(String line) {
                told.add(line);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        corpora.importFrom(ImportRequest.of(TestProjects.file(folder, name, lines)).withRole(role), progress);
        return told;
    }

    @Test
    void theSameTextGivesTheSameDrawInTheOrderOfTheText() throws Exception {
        List<CorpusInfo> made = take(7);
        try (Project other = Project.create(folder.resolve("other"), "Other", "en", "kab")) {
            List<CorpusInfo> again =
                    other.corpora().importFrom(ImportRequest.of(file).withHoldOut(7), Progress.none());
            assertThat(again).extracting(CorpusInfo::hash).isEqualTo(made.stream().map(CorpusInfo::hash).toList());
        }
        for (CorpusInfo part : made) {
            List<Long> ordinals = rows(part).stream().map(PairRow::ordinal).toList();
            assertThat(ordinals).isSorted().startsWith(0L).endsWith(part.pairs() - 1);
        }
    }

    @Test
    void aSwappedFileIsDrawnFromByItsSourceSide() throws Exception {
        List<CorpusInfo> made = take(5);
        Path swapped = TestProjects.file(
                folder,
                "swapped",
                java.nio.file.Files.readAllLines(file).stream()
                        .map(line -> line.split("\t", 2)[1] + "\t" + line.split("\t", 2)[0])
                        .toArray(String[]::new));
        try (Project other = Project.create(folder.resolve("other"), "Other", "en", "kab")) {
            ImportRequest request = ImportRequest.of(swapped).withSwapped(true).withHoldOut(5);
            List<CorpusInfo> again = other.corpora().importFrom(request, Progress.none());
            assertThat(again).extracting(CorpusInfo::hash).isEqualTo(made.stream().map(CorpusInfo::hash).toList());
        }
    }

    @Test
    void moreThanHalfIsNotHeldOut() throws Exception {
        assertThatThrownBy(() -> take(16))
                .isInstanceOf(InputException.class)
                .hasMessage("“sentences.tsv” has 60 different source sentences; at most 15 can be held out for test and as many for"
                        + " development.");
        assertThat(corpora.list()).isEmpty();
        assertThat(take(15)).hasSize(3);
    }

    @Test
    void onlyTextForTrainingIsDividedAndNothingStaysWhenItIsRefusedOrCancelled() throws Exception {
        ImportRequest test = ImportRequest.of(file).withRole(CorpusRole.TEST).withHoldOut(5);
        assertThatThrownBy(() -> corpora.importFrom(test, Progress.none()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("for training only");
        ImportRequest training = ImportRequest.of(file).withHoldOut(5);
        for (int calls = 0; calls < 2; calls++) {
            int after = calls;
            assertThatThrownBy(() -> corpora.importFrom(training, new CancelAfter(after))).isInstanceOf(CancelledException.class);
        }
        assertThat(corpora.list()).isEmpty();
        assertThat(corpora.removeUnfinished()).isZero();
        assertThat(take(5)).hasSize(3);
    }

    private List<CorpusInfo> take(int each) throws Exception {
        return corpora.importFrom(ImportRequest.of(file).withHoldOut(each), Progress.none());
    }

    private List<PairRow> rows(CorpusInfo corpus) throws Exception {
        return corpora.page(PairFilter.all().withCorpus(corpus.id()), PairOrder.CORPUS, 0, 1000);
    }

    private Set<String> sources(CorpusInfo corpus) throws Exception {
        return rows(corpus).stream().map(pair -> pair.source().strip()).collect(Collectors.toSet());
    }
}
