package org.hydraworkbench.project.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.SidesGuess.Evidence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SidesGuessTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void create() throws Exception {
        project = Project.create(folder.resolve("p.hydra"), "P", "en", "kab");
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    private SidesGuess guess(String name, String text, boolean swapped) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);
        return project.corpora().preview(ImportRequest.of(file).withSwapped(swapped)).sides();
    }

    private void importWords() throws Exception {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, 20).forEach(k -> text.append(word(k, 'e')).append(" the\t").append(word(k, 'k')).append(" the\n"));
        Path file = Files.writeString(folder.resolve("first.tsv"), text);
        project.corpora().importFrom(ImportRequest.of(file), Progress.none());
    }

    private static String word(int k, char side) {
        return "w" + (char) ('a' + k) + side;
    }

    @Test
    void wordsOfTheCorporaTellTheSidesApart() throws Exception {
        importWords();
        StringBuilder crossed = new StringBuilder();
        IntStream.range(0, 15).forEach(k -> crossed.append(word(k, 'k')).append(" new\t").append(word(k, 'e')).append(" other\n"));
        SidesGuess found = guess("b.tsv", crossed.toString(), false);
        assertThat(found.by()).isEqualTo(Evidence.WORDS);
        assertThat(found.sentence()).startsWith("Of 30 words").contains("30 stand on the other side").endsWith("seem to be swapped.");
        assertThat(guess("b.tsv", crossed.toString(), true)).isEqualTo(SidesGuess.NONE);
    }

    @Test
    void fewWordsTellNothing() throws Exception {
        importWords();
        assertThat(guess("b.tsv", "wak\twae\nwbk\twbe\n", false)).isEqualTo(SidesGuess.NONE);
        assertThat(guess("c.tsv", "the\tthe\n".repeat(50), false)).isEqualTo(SidesGuess.NONE);
    }

    @Test
    void anythingSurerIsHeardFirst() throws Exception {
        importWords();
        StringBuilder straight = new StringBuilder();
        IntStream.range(0, 15).forEach(k -> straight.append(word(k, 'e')).append("\t").append(word(k, 'k')).append("\n"));
        assertThat(guess("kab-eng.tsv", straight.toString(), false)).as("words before the name").isEqualTo(SidesGuess.NONE);
        assertThat(guess("b.tsv", "Kabyle\tEnglish\n" + straight, false).by()).as("a head before words").isEqualTo(Evidence.HEAD);
    }

    @ParameterizedTest
    @CsvSource({"Kabyle,English", "kab,eng", "Taqbaylit,English", "kab,sentence", "KAB,EN"})
    void aHeadTells(String left, String right) throws Exception {
        SidesGuess found = guess("a.csv", left + "," + right + "\na,b\n", false);
        assertThat(found.by()).isEqualTo(Evidence.HEAD);
        assertThat(found.sentence()).contains("“" + left + "”", "“" + right + "”");
        assertThat(guess("a.csv", left + "," + right + "\na,b\n", true)).isEqualTo(SidesGuess.NONE);
        assertThat(guess("a.csv", right + "," + left + "\na,b\n", false)).isEqualTo(SidesGuess.NONE);
    }

    @Test
    void scriptsTell() throws Exception {
        try (Project other = Project.create(folder.resolve("q.hydra"), "Q", "en", "ar")) {
            Path file = Files.writeString(folder.resolve("a.tsv"), "كلب\tdog\n");
            assertThat(other.corpora().preview(ImportRequest.of(file)).sides().by()).isEqualTo(Evidence.SCRIPTS);
            assertThat(other.corpora().preview(ImportRequest.of(file).withSwapped(true)).sides()).isEqualTo(SidesGuess.NONE);
        }
    }

    @ParameterizedTest
    @CsvSource({"eng-kab.tatoeba.tsv,NONE", "kab-en.tsv,NAME", "kabens.tsv,NONE", "kab.tsv,NONE"})
    void namesOfFilesTell(String name, Evidence by) throws Exception {
        assertThat(guess(name, "a\tb\n", false).by()).isEqualTo(by);
        assertThat(guess(name, "a\tb\n", true).by()).isEqualTo(
                name.startsWith("eng-") ? Evidence.NAME : Evidence.NONE);
    }

    @Test
    void namesOfTwoFilesTell() throws Exception {
        Path english = Files.writeString(folder.resolve("t.en"), "a\n");
        Path kabyle = Files.writeString(folder.resolve("t.kab"), "b\n");
        assertThat(project.corpora().preview(ImportRequest.ofTwo(kabyle, english)).sides().by()).isEqualTo(Evidence.NAME);
        assertThat(project.corpora().preview(ImportRequest.ofTwo(english, kabyle)).sides()).isEqualTo(SidesGuess.NONE);
    }
}
