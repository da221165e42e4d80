package org.hydraworkbench.project.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.BitextFormat;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.project.Project;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportPreviewTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void create() throws Exception {
        project = Project.create(folder.resolve("test"), "Test", "en", "ar");
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    private ImportPreview look(String name, String text) throws Exception {
        return project.corpora().preview(ImportRequest.of(Files.writeString(folder.resolve(name), text)));
    }

    @Test
    void showsPairsAsTheProjectWillHaveThem() throws Exception {
        Path file = Files.writeString(folder.resolve("a.tsv"), "كلب\tdog\n");
        ImportPreview asItIs = project.corpora().preview(ImportRequest.of(file));
        ImportPreview swapped = project.corpora().preview(ImportRequest.of(file).withSwapped(true));
        assertThat(asItIs.format()).isEqualTo(BitextFormat.TSV);
        assertThat(asItIs.rows()).containsExactly(new SentencePair("كلب", "dog"));
        assertThat(asItIs.source().most()).contains(UnicodeScript.ARABIC);
        assertThat(swapped.rows()).containsExactly(new SentencePair("dog", "كلب"));
        assertThat(swapped.source().most()).contains(UnicodeScript.LATIN);
    }

    @Test
    void aFileThatNamesTheProjectsLanguagesCannotBeSwapped() throws Exception {
        Path file = Files.writeString(folder.resolve("m.tmx"), """
                <tmx><body><tu><tuv xml:lang="ar"><seg>كلب</seg></tuv><tuv xml:lang="en"><seg>dog</seg></tuv></tu></body></tmx>""");
        ImportPreview swapped = project.corpora().preview(ImportRequest.of(file).withSwapped(true));
        assertThat(swapped.named()).isTrue();
        assertThat(swapped.languages()).containsExactly("en", "ar");
        assertThat(swapped.rows()).containsExactly(new SentencePair("dog", "كلب"));
    }

    @Test
    void theProjectsLanguagesAreChosenAmongSeveralAndOthersWhereTheyAreAskedFor() throws Exception {
        Path file = Files.writeString(folder.resolve("m.tmx"), """
                <tmx><body><tu><tuv xml:lang="de"><seg>Hund</seg></tuv><tuv xml:lang="ar-EG"><seg>كلب</seg></tuv>
                <tuv xml:lang="en-US"><seg>dog</seg></tuv></tu></body></tmx>""");
        ImportPreview usual = project.corpora().preview(ImportRequest.of(file));
        assertThat(usual.named()).isTrue();
        assertThat(usual.rows()).containsExactly(new SentencePair("dog", "كلب"));
        assertThat(usual.allLanguages()).containsExactly("de", "ar-EG", "en-US");
        ImportPreview asked = project.corpora().preview(ImportRequest.of(file).withLanguages("de", null));
        assertThat(asked.named()).isFalse();
        assertThat(asked.rows()).containsExactly(new SentencePair("Hund", "كلب"));
        Path table = Files.writeString(folder.resolve("a.tsv"), "dog\tكلب\n");
        assertThatThrownBy(() -> project.corpora().preview(ImportRequest.of(table).withLanguages("de", null)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("names no languages");
    }

    @Test
    void tellsTheLanguagesThatAFileNames() throws Exception {
        ImportPreview other = look("m.tmx", """
                <tmx><body><tu><tuv xml:lang="de"><seg>Hund</seg></tuv><tuv xml:lang="fr"><seg>chien</seg></tuv></tu></body></tmx>""");
        assertThat(other.named()).isFalse();
        assertThat(other.languages()).containsExactly("de", "fr");
    }

    @Test
    void countsDifferentSentencesAndWhatCanBeHeldOut() throws Exception {
        StringBuilder lines = new StringBuilder("one\t1\none\t2\n");
        IntStream.range(0, 80).forEach(k -> lines.append("sentence ").append(k).append("\tx\n"));
        ImportPreview found = look("a.tsv", lines.toString());
        assertThat(found.pairs()).isEqualTo(82);
        assertThat(found.sentences()).isEqualTo(81);
        assertThat(found.mostHeldOut()).isEqualTo(20);
        assertThat(found.whole()).isTrue();
        assertThat(found.rows()).hasSize(50);
        ImportRequest request = ImportRequest.of(folder.resolve("a.tsv"));
        assertThatThrownBy(() -> project.corpora().importFrom(request.withHoldOut(21), Progress.none()))
                .isInstanceOf(InputException.class);
        assertThat(project.corpora().importFrom(request.withHoldOut(20), Progress.none())).hasSize(3);
    }

    @Test
    void aLongTextIsLookedAtInPart() throws Exception {
        StringBuilder lines = new StringBuilder();
        IntStream.range(0, ImportPreview.LOOKED_AT + 1).forEach(k -> lines.append(k).append("\tx\n"));
        ImportPreview found = look("long.tsv", lines.toString());
        assertThat(found.pairs()).isEqualTo(ImportPreview.LOOKED_AT);
        assertThat(found.whole()).isFalse();
    }

    @Test
    void aTextThatIsInTheProjectIsKnownAgainUnderAnotherFileName() throws Exception {
        Path first = Files.writeString(folder.resolve("first.tsv"), "dog\tكلب\n");
        project.corpora().importFrom(ImportRequest.of(first).withName("Animals"), Progress.none());
        assertThat(look("second.tsv", "dog\tكلب\n").same()).isEqualTo("Animals");
        assertThat(look("third.tsv", "cat\tقط\n").same()).isNull();
        Path turned = Files.writeString(folder.resolve("turned.tsv"), "كلب\tdog\n");
        assertThat(project.corpora().preview(ImportRequest.of(turned).withSwapped(true)).same()).isEqualTo("Animals");
    }

    @Test
    void aRemovedTextCanComeAgain() throws Exception {
        Path first = Files.writeString(folder.resolve("first.tsv"), "dog\tكلب\n");
        long corpus = project.corpora().importFrom(ImportRequest.of(first), Progress.none()).getFirst().id();
        project.corpora().remove(corpus);
        assertThat(project.corpora().preview(ImportRequest.of(first)).same()).isNull();
    }

    @Test
    void anEmptyFileHasAReason() throws Exception {
        assertThat(look("empty.tsv", "").problem()).endsWith("empty.tsv: is empty");
    }

    @Test
    void aLaterBadLineIsToldToo() throws Exception {
        StringBuilder lines = new StringBuilder();
        IntStream.range(0, 400).forEach(k -> lines.append(k).append("\tx\n"));
        ImportPreview found = look("bad.tsv", lines + "no tab\n");
        assertThat(found.problem()).contains("bad.tsv:401");
        assertThat(found.rows()).hasSize(50);
    }

    @Test
    void badLinesAreToldWithHowManyAndCanBeLeftOut() throws Exception {
        String text = "dog\tكلب\n\nno tab\ncat\tقط\n";
        ImportPreview strict = look("bad.tsv", text);
        assertThat(strict.problem()).contains("bad.tsv:2");
        assertThat(strict.badLines()).isEqualTo("2 lines are no pairs of sentences: 2, 3.");
        ImportRequest without = ImportRequest.of(folder.resolve("bad.tsv")).withSkipBadLines(true);
        ImportPreview lenient = project.corpora().preview(without);
        assertThat(lenient.problem()).isNull();
        assertThat(lenient.pairs()).isEqualTo(2);
        assertThat(lenient.notes()).containsExactly(strict.badLines() + " They were left out.");
        assertThat(project.corpora().importFrom(without, Progress.none()).getFirst().pairs()).isEqualTo(2);
    }

    @Test
    void aFirstLineThatIsNoPairCanBeLeftOutToo() throws Exception {
        ImportPreview titled = look("titled.tsv", "Sentences of the village\ndog\tكلب\n");
        assertThat(titled.problem()).contains("titled.tsv:1", "no bilingual text");
        assertThat(titled.badLines()).isEqualTo("Line 1 is no pair of sentences.");
    }

    @Test
    void whatCannotBeHelpedIsNotOffered() throws Exception {
        assertThatThrownBy(() -> look("prose.txt", "One sentence.\nAnother.\n")).hasMessageContaining("no bilingual text");
        assertThatThrownBy(() -> look("broken.tmx", "<tmx><body>\n<tu>")).hasMessageContaining("broken.tmx:2");
    }

    @Test
    void furtherColumnsAreNoticed() throws Exception {
        assertThat(look("two.tsv", "dog\tكلب\n").notes()).isEmpty();
        assertThat(look("three.tsv", "dog\tكلب\tCC BY\n").notes()).singleElement().asString().contains("more than two columns");
    }

    @Test
    void aPictureOrUtf16IsNoTextAndLatin1IsAnotherEncoding() throws Exception {
        assertThatThrownBy(() -> project.corpora().preview(request("png.tsv", PNG))).hasMessageContaining("no text");
        byte[] utf16 = "dog\tchien\n".getBytes(StandardCharsets.UTF_16LE);
        assertThatThrownBy(() -> project.corpora().preview(request("utf16.tsv", utf16))).hasMessageContaining("UTF-16");
        byte[] marked = "dog\tchien\n".getBytes(StandardCharsets.UTF_16);
        assertThat(project.corpora().preview(request("marked.tsv", marked)).rows()).containsExactly(new SentencePair("dog", "chien"));
        byte[] latin1 = "dog\tchien égaré\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> project.corpora().preview(request("latin1.tsv", latin1)))
                .hasMessageContaining("latin1.tsv:1")
                .hasMessageContaining("not UTF-8")
                .hasMessageContaining("--encoding");
    }

    private ImportRequest request(String name, byte[] bytes) throws Exception {
        return ImportRequest.of(Files.write(folder.resolve(name), bytes));
    }

    @Test
    void twoFilesOfDifferentLengthAreTold() throws Exception {
        Path left = Files.write(folder.resolve("a.en"), List.of("dog", "cat"));
        Path right = Files.write(folder.resolve("a.ar"), List.of("كلب"));
        ImportPreview found = project.corpora().preview(ImportRequest.ofTwo(left, right));
        assertThat(found.format()).isNull();
        assertThat(found.problem()).contains("2 lines", "1.");
    }
}
