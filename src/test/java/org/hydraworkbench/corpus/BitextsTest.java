package org.hydraworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.testing.NamedPipe;
import org.hydraworkbench.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitextsTest {

    @TempDir
    Path folder;

    @Test
    void readsTheFirstTwoColumnsOfTsv() throws Exception {
        Path file = write("a.tsv", "dog\taqjun\tCC BY\t7\r\ncat\t\n");
        assertThat(Bitexts.readAll(file))
                .containsExactly(new SentencePair("dog", "aqjun"), new SentencePair("cat", ""));
    }

    @Test
    void namesTheLineWithoutATab() throws Exception {
        Path file = write("a.tsv", "dog\taqjun\ncat amcic\n");
        assertThatThrownBy(() -> Bitexts.readAll(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a.tsv:2:")
                .hasMessageContaining("tab");
    }

    @Test
    void takesBarsOnlyWhereTheyStandFree() throws Exception {
        Path file = write("a.txt", "a|||b ||| c\n||| only target\nonly source |||\n");
        assertThat(Bitexts.readAll(file))
                .containsExactly(
                        new SentencePair("a|||b", "c"),
                        new SentencePair("", "only target"),
                        new SentencePair("only source", ""));
    }

    @Test
    void refusesALineWithTwoFreeBars() throws Exception {
        Path file = write("a.txt", "a ||| b\na ||| b ||| c\n");
        assertThatThrownBy(() -> Bitexts.readAll(file)).hasMessageContaining("a.txt:2:").hasMessageContaining("more than one");
    }

    @Test
    void refusesTextWithoutAnySeparator() throws Exception {
        Path file = write("a.txt", "just a sentence\n");
        assertThatThrownBy(() -> Bitexts.readAll(file)).isInstanceOf(InputException.class).hasMessageContaining("a.txt:1:");
    }

    @Test
    void readsAnEmptyFileAsNoPairs() throws Exception {
        assertThat(Bitexts.readAll(write("empty.tsv", ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty.tsv", "empty.tmx"})
    void saysOfAnEmptyFileThatItIsEmpty(String name) throws Exception {
        try (BitextReader reader = Bitexts.open(write(name, ""))) {
            assertThat(reader.next()).isNull();
            assertThat(reader.nothing()).hasMessageEndingWith(name + ": is empty");
        }
    }

    /** The first lines of a file of sentence pairs as Tatoeba hands them out. */
    @Test
    void takesTheSentencesBehindTheirIds() throws Exception {
        String text = """
                1276\tLet us try something.\t77\tLass uns etwas versuchen!
                1277\tI have to go to sleep.\t441\tIch muss schlafen gehen.
                1280\tToday is June 18th.\t331\tHeute ist der 18. Juni.
                """;
        try (BitextReader reader = Bitexts.open(write("pairs.tsv", text))) {
            assertThat(drain(reader)).containsExactly(
                    new SentencePair("Let us try something.", "Lass uns etwas versuchen!"),
                    new SentencePair("I have to go to sleep.", "Ich muss schlafen gehen."),
                    new SentencePair("Today is June 18th.", "Heute ist der 18. Juni."));
            assertThat(reader.notes()).containsExactly("Columns 1 and 3 hold numbers; the sentences are read from columns 2 and 4.");
        }
        assertThatThrownBy(() -> Bitexts.readAll(write("cut.tsv", text + "1281\tMuiriel is 20 now.\n")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cut.tsv:4: there are 2 columns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1276\tLet us try something.\tLass uns etwas versuchen!\n", "1\tdog\teng\t2\taqjun\n\n2\tcat\teng\t3\tamcic\n"})
    void refusesOtherTablesThatBeginWithNumbers(String text) {
        assertThatThrownBy(() -> Bitexts.readAll(write("ids.tsv", text)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("ids.tsv:1: column 1 holds only numbers");
    }

    /** As a spreadsheet with a head is saved. */
    @Test
    void aHeadAboveTheNumbersHidesThemNot() throws Exception {
        assertThatThrownBy(() -> Bitexts.readAll(write("head.tsv", "Nr\tvillage\ttown\n1\tki\tdog\n2\tkath\tcat\n3\tmor\tsea\n")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("head.tsv:2: column 1 holds only numbers");
        assertThat(Bitexts.readAll(write("named.tsv", "Nr\tKernewek\tEnglish\n1\tki\tdog\n2\tkath\tcat\n3\tmor\tsea\n")))
                .as("a head that names two languages tells the columns").contains(new SentencePair("ki", "dog"));
        assertThat(Bitexts.readAll(write("years.tsv", "year\tbloodhen\tCC BY\n2024\t2024\tCC BY\n2025\t2025\tCC BY\n"))).hasSize(3);
    }

    @Test
    void saysHowATableWithCommasIsToBeCalled() {
        assertThatThrownBy(() -> Bitexts.readAll(write("table.txt", "dog,ki\ncat,kath\n")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("table.txt:1: this is no bilingual text")
                .hasMessageEndingWith("the name of a table with commas or semicolons must end in .csv");
    }

    /** A sentence may be a number. */
    @Test
    void numbersAreSentencesWhereNotAllLinesBeginWithThem() throws Exception {
        assertThat(Bitexts.readAll(write("a.tsv", "7\tsa\n8\ttam\n"))).hasSize(2);
        assertThat(Bitexts.readAll(write("b.tsv", "2024\t2024\tCC BY\ndog\taqjun\tCC BY\n")))
                .containsExactly(new SentencePair("2024", "2024"), new SentencePair("dog", "aqjun"));
    }

    @Test
    void leavesOutBadLinesWhereThatIsAskedFor() throws Exception {
        byte[] latin = "caf\u00e9\tx\n".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes("title\n\ndog\taqjun\n".getBytes(StandardCharsets.UTF_8));
        text.writeBytes(latin);
        text.writeBytes("no tab\ncat\tamcic\n".getBytes(StandardCharsets.UTF_8));
        Path file = Files.write(folder.resolve("a.tsv"), text.toByteArray());
        try (BitextReader reader = Bitexts.open(BitextFiles.of(file).withSkipBadLines(true))) {
            assertThat(drain(reader)).containsExactly(new SentencePair("dog", "aqjun"), new SentencePair("cat", "amcic"));
            assertThat(reader.badLines()).isEqualTo("4 lines are no pairs of sentences: 1, 2, 4, 5.");
            assertThat(reader.badLineReasons()).containsExactly(
                    "Line 1: there is no tab between source and target in this line.",
                    "Line 2: this line is empty.",
                    "Line 4: the line is not UTF-8; save the file as UTF-8 and try again.",
                    "Line 5: there is no tab between source and target in this line.");
        }
        Path bars = write("b.txt", "x\n".repeat(7) + "dog ||| aqjun\na ||| b ||| c\n");
        try (BitextReader reader = Bitexts.open(BitextFiles.of(bars).withSkipBadLines(true))) {
            assertThat(drain(reader)).containsExactly(new SentencePair("dog", "aqjun"));
            assertThat(reader.badLines()).isEqualTo("8 lines are no pairs of sentences: 1, 2, 3, 4, 5 and others.");
        }
    }

    @Test
    void leavesOutBadLinesOfTwoFilesTogether() throws Exception {
        Path left = write("left", "dog\n\ncat\nbird\n");
        Path right = Files.write(folder.resolve("right"), new byte[] {'a', '\n', 'b', '\n', (byte) 0xFF, '\n', 'd', '\n'});
        try (BitextReader reader = Bitexts.open(BitextFiles.of(left, right).withSkipBadLines(true))) {
            assertThat(drain(reader)).containsExactly(new SentencePair("dog", "a"), new SentencePair("bird", "d"));
            assertThat(reader.badLines()).contains("2, 3.");
            assertThat(reader.badLineReasons().getFirst()).isEqualTo("Line 2: the source line is empty.");
            assertThat(reader.badLineReasons().getLast()).startsWith("Line 3: in the target, the line is not UTF-8");
        }
    }

    @Test
    void saysThatFurtherColumnsAreNotRead() throws Exception {
        try (BitextReader two = Bitexts.open(write("two.tsv", "dog\taqjun\n"));
                BitextReader three = Bitexts.open(write("three.tsv", "dog\taqjun\ncat\tamcic\tCC BY\n"))) {
            drain(two);
            drain(three);
            assertThat(two.notes()).isEmpty();
            assertThat(three.notes()).containsExactly(
                    "There are lines with more than two columns; what stands behind the translation is not read.");
        }
    }

    @Test
    void pairsTheLinesOfTwoFiles() throws Exception {
        assertThat(moses("a\n\nc\n", "x\ny\nz\n"))
                .containsExactly(new SentencePair("a", "x"), new SentencePair("", "y"), new SentencePair("c", "z"));
    }

    @Test
    void namesBothCountsWhenTwoFilesDoNotCorrespond() {
        assertThatThrownBy(() -> moses("a\nb\n", "x\ny\nz\nw\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("source.txt has 2 lines")
                .hasMessageContaining("target.txt has 4");
        assertThatThrownBy(() -> moses("a\nb\nc\n", "x\n"))
                .hasMessageContaining("source.txt has 3 lines")
                .hasMessageContaining("target.txt has 1");
    }

    @Test
    void readsTmxInUtf16() throws Exception {
        Path file = Files.write(
                folder.resolve("memory.xml"),
                ("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?><tmx><body><tu><tuv xml:lang=\"en\"><seg>dog</seg></tuv>"
                                + "<tuv xml:lang=\"kab\"><seg>aqjun ɛ</seg></tuv></tu></body></tmx>")
                        .getBytes(StandardCharsets.UTF_16BE));
        assertThat(Bitexts.readAll(file)).containsExactly(new SentencePair("dog", "aqjun ɛ"));
    }

    @Test
    void neverFollowsAnExternalEntity() throws Exception {
        Path secret = write("secret.txt", "secret");
        Path file = write("m.tmx", """
                <!DOCTYPE tmx [<!ENTITY leak SYSTEM "%s">]>
                <tmx><body><tu><tuv xml:lang="en"><seg>&leak;</seg></tuv><tuv xml:lang="kab"><seg>b</seg></tuv></tu></body></tmx>
                """.formatted(secret.toUri()));
        assertThatThrownBy(() -> assertThat(Bitexts.readAll(file).toString()).doesNotContain("secret"))
                .isInstanceOf(InputException.class);
    }

    @Test
    void namesTheLineWhereTmxIsBroken() throws Exception {
        Path file = write("m.tmx", "<tmx><body>\n<tu><tuv xml:lang=\"en\">\n<seg>dog</tuv></tu>\n</body></tmx>");
        assertThatThrownBy(() -> Bitexts.readAll(file)).isInstanceOf(InputException.class).hasMessageContaining("m.tmx:3:");
    }

    @Test
    void readsEveryPairOfARealCorpus() throws Exception {
        Path file = SharedData.require("bitext/eng-kab.tatoeba.train.tsv.gz");
        assertThat(Bitexts.readAll(file)).hasSize(10_763);
    }

    @Property(tries = 200)
    void readsTsvAsItWasWritten(@ForAll("pairs") List<SentencePair> pairs) throws Exception {
        StringBuilder text = new StringBuilder();
        pairs.forEach(pair -> text.append(pair.source()).append('\t').append(pair.target()).append('\n'));
        Path file = Files.createTempFile("pairs", ".tsv");
        try {
            Files.writeString(file, text);
            assertThat(Bitexts.readAll(file)).isEqualTo(pairs);
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<List<SentencePair>> pairs() {
        Arbitrary<String> side = Arbitraries.strings()
                .withChars("aɛṭ |'\"<&\u0301\u2028\u05D0")
                .withCharRange('0', '9')
                .ofMaxLength(20);
        return Combinators.combine(side, side)
                .as(SentencePair::new)
                .filter(pair -> !pair.source().startsWith("<"))
                .list()
                .ofMaxSize(20);
    }

    private List<SentencePair> moses(String source, String target) throws Exception {
        try (BitextReader reader = Bitexts.open(BitextFiles.of(write("source.txt", source), write("target.txt", target)))) {
            return drain(reader);
        }
    }

    private static List<SentencePair> drain(BitextReader reader) throws Exception {
        List<SentencePair> pairs = new ArrayList<>();
        for (SentencePair pair = reader.next(); pair != null; pair = reader.next()) {
            pairs.add(pair);
        }
        return pairs;
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aPipeLosesNothing() throws Exception {
        for (String name : List.of("plain", "packed")) {
            Path pipe = NamedPipe.make(folder.resolve(name));
            byte[] bytes = "dog\taqjun\n".repeat(30_000).getBytes(StandardCharsets.UTF_8);
            var feeding = NamedPipe.feed(pipe, name.equals("plain") ? bytes : twoMembers(bytes));
            assertThat(Bitexts.readAll(pipe)).as(name).hasSize(30_000).containsOnly(new SentencePair("dog", "aqjun"));
            feeding.join();
        }
    }

    /** The bytes packed as gzip in two halves, one behind the other. */
    private static byte[] twoMembers(byte[] bytes) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int half = 0; half < 2; half++) {
            try (OutputStream zip = new GZIPOutputStream(all)) {
                zip.write(bytes, half * (bytes.length / 2), bytes.length / 2);
            }
        }
        return all.toByteArray();
    }

    @Test
    void aTranslationMemoryMayComeThroughAPipe() throws Exception {
        Path pipe = NamedPipe.make(folder.resolve("pipe"));
        var feeding = NamedPipe.feed(
                pipe,
                """
                <?xml version="1.0"?>
                <tmx version="1.4"><header/><body><tu><tuv xml:lang="en"><seg>dog</seg></tuv>
                <tuv xml:lang="kab"><seg>aqjun</seg></tuv></tu></body></tmx>
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(Bitexts.readAll(pipe)).containsExactly(new SentencePair("dog", "aqjun"));
        feeding.join();
    }

    @Test
    void linesBeforeTheFirstPairDoNotHideTheForm() throws Exception {
        assertThat(Bitexts.format(write("a.txt", "\t\ndog\taqjun\n"))).isEqualTo(BitextFormat.TSV);
        assertThat(Bitexts.readAll(write("a.txt", "\t\ndog\taqjun\n"))).hasSize(2);
    }
}
