package org.hydraworkbench.app.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.app.testing.ToyProject;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportViewModelTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

    @TempDir
    Path folder;

    private TestBench bench;
    private Project project;

    @BeforeEach
    void open() throws Exception {
        Path file = folder.resolve("empty.hydra");
        Project.create(file, "Empty", "en", "ar").close();
        bench = new TestBench(folder.resolve("settings"));
        project = bench.open(file);
    }

    @AfterEach
    void close() throws HydraException {
        bench.close();
    }

    private ImportViewModel importing(Path... files) {
        ImportViewModel model = new ImportViewModel(project, bench.workbench.jobs(), () -> {});
        model.choose(List.of(files));
        return model;
    }

    private Path file(String name, String... lines) throws Exception {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    /** A file of English and Arabic with so many different sentences. */
    private Path sentences(String name, int count) throws Exception {
        return Files.write(
                folder.resolve(name),
                IntStream.range(0, count).mapToObj(k -> name + " house " + k + "\tبيت " + k).toList());
    }

    // ---- holding out ----

    @Test
    void aFirstTextForTrainingKeepsATenthForTestAndDevelopmentAtMost200() throws Exception {
        ImportViewModel small = importing(sentences("small.tsv", 60));
        assertThat(small.holdOut().possibleBinding().get()).isTrue();
        assertThat(small.holdOut().wantedProperty().get()).isTrue();
        assertThat(small.holdOut().numberProperty().get()).isEqualTo(6);
        assertThat(importing(sentences("large.tsv", 3000)).holdOut().numberProperty().get()).isEqualTo(200);
    }

    @Test
    void theThreeCorporaAppearWithTheirRoles() throws Exception {
        ImportViewModel model = importing(sentences("small.tsv", 60));
        model.start();
        List<CorpusInfo> made = project.corpora().list();
        assertThat(made).extracting(CorpusInfo::role)
                .containsExactly(CorpusRole.TRAINING, CorpusRole.DEVELOPMENT, CorpusRole.TEST);
        assertThat(made).extracting(CorpusInfo::pairs).containsExactly(48L, 6L, 6L);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 16, 2.5, Double.NaN})
    void aNumberThatCannotBeKeptIsToldAndHoldsUpTheImport(double number) throws Exception {
        ImportViewModel model = importing(sentences("small.tsv", 60));
        model.holdOut().numberProperty().set(number);
        assertThat(model.holdOut().problemBinding().get()).contains("from 1 to 15");
        assertThat(model.readyBinding().get()).isFalse();
        model.holdOut().wantedProperty().set(false);
        assertThat(model.holdOut().problemBinding().get()).isEmpty();
        assertThat(model.readyBinding().get()).isTrue();
        model.start();
        assertThat(project.corpora().list()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = CorpusRole.class, names = "TRAINING", mode = EnumSource.Mode.EXCLUDE)
    void nothingIsKeptOfATextThatIsNotForTraining(CorpusRole role) throws Exception {
        ImportViewModel model = importing(sentences("small.tsv", 60));
        model.purposeProperty().set(role);
        assertThat(model.holdOut().possibleBinding().get()).isFalse();
        model.start();
        assertThat(project.corpora().list()).singleElement().extracting(CorpusInfo::role).isEqualTo(role);
    }

    @Test
    void whereThereIsSomethingToTestWithNothingIsKeptUnasked() throws Exception {
        project.corpora().importFrom(
                ImportRequest.of(sentences("test.tsv", 20)).withRole(CorpusRole.TEST), Progress.none());
        ImportViewModel model = importing(sentences("small.tsv", 60));
        assertThat(model.holdOut().wantedProperty().get()).isFalse();
        assertThat(model.holdOut().numberProperty().get()).as("ready to be ticked").isEqualTo(6);
    }

    @Test
    void nothingIsKeptOfAHandfulOfSentences() throws Exception {
        ImportViewModel model = importing(sentences("tiny.tsv", 9));
        assertThat(model.holdOut().wantedProperty().get()).isFalse();
        assertThat(model.readyBinding().get()).isTrue();
    }

    @Test
    void aTypedNumberSurvivesTheSwapOfTheSides() throws Exception {
        ImportViewModel model = importing(sentences("small.tsv", 60));
        model.holdOut().numberProperty().set(4);
        model.swappedProperty().set(true);
        assertThat(model.holdOut().numberProperty().get()).isEqualTo(4);
        assertThat(model.holdOut().wantedProperty().get()).isTrue();
    }

    // ---- lines that are no pairs ----

    @Test
    void badLinesCanBeLeftOut() throws Exception {
        ImportViewModel model = importing(file("bad.tsv", "dog\tكلب", "", "cat\tقط", "no tab"));
        assertThat(model.problemProperty().get()).contains("bad.tsv:2");
        assertThat(model.readyBinding().get()).isFalse();
        assertThat(model.previewProperty().get().badLines()).contains("2 lines", "2, 4");
        model.lines().skipBadLinesProperty().set(true);
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.summary()).contains("2 pairs").contains("2 lines are no pairs of sentences: 2, 4. They were left out.");
        model.start();
        assertThat(project.corpora().list()).singleElement().extracting(CorpusInfo::pairs).isEqualTo(2L);
    }

    // ---- scripts and languages ----

    @Test
    void theProjectsLanguagesAreChosenAmongSeveralUntilOthersAre() throws Exception {
        ImportViewModel model = importing(file("m.tmx", """
                <tmx><header srclang="de"/><body>
                <tu><tuv xml:lang="de"><seg>Hund</seg></tuv><tuv xml:lang="ar"><seg>كلب</seg></tuv><tuv xml:lang="en-GB"><seg>dog</seg></tuv></tu>
                <tu><tuv xml:lang="de"><seg>Katze</seg></tuv><tuv xml:lang="ar"><seg>قط</seg></tuv></tu>
                </body></tmx>"""));
        assertThat(model.previewProperty().get().rows()).containsExactly(new SentencePair("dog", "كلب"));
        assertThat(model.summary()).contains("1 of 2 units was passed over: not in both en and ar; the file also has de.");
        assertThat(model.readyBinding().get()).isTrue();
        model.chooseLanguage(Side.SOURCE, "de");
        assertThat(model.previewProperty().get().rows())
                .containsExactly(new SentencePair("Hund", "كلب"), new SentencePair("Katze", "قط"));
        assertThat(model.doubtsProperty().get().reasons())
                .containsExactly("The file says that it is in German and Arabic; this project is about English and Arabic.");
        model.chooseLanguage(Side.SOURCE, "ar");
        assertThat(model.language(Side.SOURCE)).isEqualTo("ar");
        assertThat(model.language(Side.TARGET)).as("the one that was the source").isEqualTo("de");
        model.chooseLanguage(Side.TARGET, "ar");
        model.acceptedProperty().set(true);
        model.start();
        assertThat(project.corpora().page(PairFilter.all(), PairOrder.CORPUS, 0, 9))
                .extracting(PairRow::source)
                .containsExactly("Hund", "Katze");
    }

    @Test
    void swappedSidesAreDoubtedAndSwappingIsOffered() throws Exception {
        ImportViewModel model = importing(file("swapped.tsv", "كلب\tdog"));
        ImportDoubts doubts = model.doubtsProperty().get();
        assertThat(doubts.reasons()).containsExactly(
                "The left side is mostly Arabic letters, but English is written in Latin letters.",
                "The right side is mostly Latin letters, but Arabic is written in Arabic letters.");
        assertThat(doubts.swapHelps()).isTrue();
        assertThat(model.readyBinding().get()).isFalse();
        model.swappedProperty().set(true);
        assertThat(model.doubtsProperty().get().reasons()).isEmpty();
        assertThat(model.previewProperty().get().rows().getFirst().source()).isEqualTo("dog");
        assertThat(model.readyBinding().get()).isTrue();
    }

    @Test
    void aHeadThatNamesTheOtherLanguageIsDoubtedToo() throws Exception {
        ImportViewModel model = importing(file("head.tsv", "Arabic\tEnglish", "1\t2"));
        assertThat(model.doubtsProperty().get().reasons().getLast()).contains("“Arabic”", "“English”", "seem to be swapped");
        assertThat(model.doubtsProperty().get().swapHelps()).isTrue();
        assertThat(model.previewProperty().get().head()).containsExactly("Arabic", "English");
        assertThat(model.previewProperty().get().pairs()).isEqualTo(2);
        model.lines().skipHeadProperty().set(true);
        model.swappedProperty().set(true);
        assertThat(model.previewProperty().get().pairs()).isEqualTo(1);
        assertThat(model.doubtsProperty().get().reasons()).isEmpty();
    }

    // ---- how lines are read ----

    @Test
    void columnsAreChosenByTheSideThatTheyBecome() throws Exception {
        ImportViewModel model = importing(file("table.csv", "1;dog;x;كلب", "2;cat;x;قط"));
        assertThat(model.problemProperty().get()).contains("column 1 holds only numbers");
        assertThat(model.lines().column(Side.SOURCE)).isEqualTo(-1);
        model.lines().chooseColumn(Side.SOURCE, 1);
        model.lines().chooseColumn(Side.TARGET, 3);
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.previewProperty().get().rows().getFirst()).isEqualTo(new SentencePair("dog", "كلب"));
        model.swappedProperty().set(true);
        assertThat(model.lines().column(Side.SOURCE)).isEqualTo(3);
        model.lines().chooseColumn(Side.SOURCE, 1);
        assertThat(model.previewProperty().get().rows().getFirst()).as("they change places").isEqualTo(new SentencePair("dog", "كلب"));
        model.start();
        assertThat(project.corpora().list()).hasSize(1);
    }

    @Test
    void anotherEncodingIsChosenWhereTheTextIsNotUtf8() throws Exception {
        Path file = Files.write(folder.resolve("old.tsv"), "dog\tكلب\n".getBytes("windows-1256"));
        ImportViewModel model = importing(file);
        assertThat(model.problemProperty().get()).contains("old.tsv:1", "not UTF-8", "choose its encoding");
        model.lines().encodingProperty().set("windows-1256");
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.previewProperty().get().rows()).containsExactly(new SentencePair("dog", "كلب"));
    }

    @Test
    void linesWithAnEmptySideCanBeLeftOut() throws Exception {
        ImportViewModel model = importing(file("empty.tsv", "dog\tكلب", "cat\t"));
        assertThat(model.readyBinding().get()).isTrue();
        assertThat(model.previewProperty().get().badLines()).isEqualTo("Line 2 has an empty side.");
        model.lines().skipBadLinesProperty().set(true);
        assertThat(model.previewProperty().get().pairs()).isEqualTo(1);
        assertThat(model.previewProperty().get().badLineReasons()).containsExactly("Line 2: the target side is empty.");
    }

    @Test
    void anotherScriptIsImportedOnlyAfterATickOfItsOwn() throws Exception {
        ImportViewModel model = importing(file("cyrillic.tsv", "dog\tсобака"));
        assertThat(model.doubtsProperty().get().reasons()).singleElement().asString().contains("Cyrillic", "Arabic");
        assertThat(model.doubtsProperty().get().swapHelps()).isFalse();
        model.start();
        assertThat(project.corpora().list()).isEmpty();
        model.acceptedProperty().set(true);
        assertThat(model.readyBinding().get()).isTrue();
        model.swappedProperty().set(true);
        assertThat(model.acceptedProperty().get()).as("said of the other order").isFalse();
        model.swappedProperty().set(false);
        model.acceptedProperty().set(true);
        model.start();
        assertThat(project.corpora().list()).hasSize(1);
    }

    @Test
    void aFileThatNamesOtherLanguagesIsDoubted() throws Exception {
        ImportViewModel model = importing(file("other.tmx", """
                <tmx><body><tu><tuv xml:lang="en"><seg>dog</seg></tuv><tuv xml:lang="fa"><seg>سگ</seg></tuv></tu></body></tmx>"""));
        assertThat(model.doubtsProperty().get().reasons()).singleElement().asString().contains("English and Persian", "English and Arabic");
        assertThat(model.doubtsProperty().get().swapHelps()).isFalse();
    }

    @Test
    void doubtsFollowWhenTheLanguagesAreCorrected() throws Exception {
        ImportViewModel model = importing(file("cyrillic.tsv", "dog\tсобака"));
        project.correctLanguage(Side.TARGET, LanguageTag.parse("ru"));
        model.lookAgain();
        assertThat(model.doubtsProperty().get().reasons()).isEmpty();
    }

    // ---- what cannot be imported ----

    @Test
    void aTextThatIsHereAlreadyIsNamedAndNotImportedAgain() throws Exception {
        Path file = sentences("small.tsv", 60);
        project.corpora().importFrom(ImportRequest.of(file).withName("Houses").withHoldOut(5), Progress.none());
        ImportViewModel model = importing(file);
        assertThat(model.previewProperty().get().same()).isEqualTo("Houses");
        assertThat(model.readyBinding().get()).isFalse();
        model.start();
        assertThat(project.corpora().list()).hasSize(3);
    }

    @Test
    void anEmptyFileAndAPictureHaveTheirReasonsAtOnce() throws Exception {
        assertThat(importing(file("empty.tsv")).problemProperty().get()).contains("empty.tsv: is empty");
        ImportViewModel picture = importing(Files.write(folder.resolve("png.tsv"), PNG));
        assertThat(picture.problemProperty().get()).contains("png.tsv", "no text");
        assertThat(picture.readyBinding().get()).isFalse();
        assertThat(bench.told).as("said once, where the files are").isEmpty();
    }

    @Test
    void columnsThatAreLeftOutAreMentioned() throws Exception {
        assertThat(importing(file("three.tsv", "dog\tكلب\tCC BY")).summary()).contains("more than two columns");
        assertThat(importing(file("two.tsv", "dog\tكلب")).summary()).doesNotContain("more than");
    }

    @Test
    void ofSeveralFilesTheFirstIsShownAndKeptFrom() throws Exception {
        ImportViewModel model = importing(sentences("one.tsv", 40), sentences("two.tsv", 40), ToyProject.corpus(folder));
        assertThat(model.summary()).contains("first of 3");
        model.start();
        assertThat(project.corpora().list()).extracting(CorpusInfo::name)
                .containsExactly("one", "one, development", "one, test", "two", "eng-kab.toy");
    }
}
