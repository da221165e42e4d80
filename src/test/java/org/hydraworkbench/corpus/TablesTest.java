package org.hydraworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as spreadsheets save them: CSV, chosen columns, heads, empty cells. */
class TablesTest {

    @TempDir
    Path folder;

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<SentencePair> drain(BitextReader reader) throws Exception {
        List<SentencePair> pairs = new ArrayList<>();
        for (SentencePair pair = reader.next(); pair != null; pair = reader.next()) {
            pairs.add(pair);
        }
        return pairs;
    }

    private static List<SentencePair> read(Path file, LineOptions options) throws Exception {
        try (BitextReader reader = Bitexts.open(BitextFiles.of(file).withLines(options))) {
            return drain(reader);
        }
    }

    private static LineOptions columns(String typed) throws UsageException {
        return LineOptions.defaults().withColumns(Columns.parse(typed));
    }

    // ---- TSV ----

    /** The marks may as well be those of the sentences, so that a person decides, by the name of the file. */
    @Test
    void quotationMarksOfASpreadsheetStayInTabSeparatedSentencesAndAreTold() throws Exception {
        String text = "\"He said \"\"no\"\"\"\tc\n\"Where?\"\td\n";
        try (BitextReader reader = Bitexts.open(write("a.tsv", text))) {
            assertThat(drain(reader))
                    .containsExactly(new SentencePair("\"He said \"\"no\"\"\"", "c"), new SentencePair("\"Where?\"", "d"));
            assertThat(reader.notes()).containsExactly(
                    "One cell has quotation marks as spreadsheets write them, at both ends and doubled within; they stay in the sentences."
                            + " Where the name of the file ends in .csv, they are read as a spreadsheet does.");
        }
        assertThat(Bitexts.readAll(write("a.csv", text)))
                .containsExactly(new SentencePair("He said \"no\"", "c"), new SentencePair("Where?", "d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"No,\" he said.", "He said \"no\".", "\"No,\" he said, \"no.\"", "\"No.\"", "\"", "No"})
    void otherQuotationMarksAreThoseOfTheSentences(String sentence) throws Exception {
        try (BitextReader reader = Bitexts.open(write("a.tsv", sentence + "\tc\n\"a \"\"b\"\"\"\t\"e\" f\n"))) {
            assertThat(drain(reader)).contains(new SentencePair(sentence, "c"));
            assertThat(reader.notes()).isEmpty();
        }
    }

    // ---- CSV ----

    /** The examples of RFC 4180, section 2, with two columns. */
    @ParameterizedTest
    @ValueSource(strings = {"a,b\r\nc,d\r\n", "a,b\r\nc,d", "\"a\",\"b\"\r\nc,d\r\n", "a,b\nc,d\n", "\uFEFFa,b\nc,d\n"})
    void readsTheExamplesOfTheRfc(String text) throws Exception {
        assertThat(Bitexts.readAll(write("a.csv", text))).containsExactly(new SentencePair("a", "b"), new SentencePair("c", "d"));
    }

    @Test
    void quotedCellsHoldSeparatorsMarksAndLineEnds() throws Exception {
        String text = "\"He said \"\"hi\"\", and left\",\"b\r\nbb\"\nc,\"d;\"\n";
        try (BitextReader reader = Bitexts.open(write("a.csv", text))) {
            assertThat(drain(reader)).containsExactly(new SentencePair("He said \"hi\", and left", "b bb"), new SentencePair("c", "d;"));
            assertThat(reader.format()).isEqualTo(BitextFormat.CSV);
            assertThat(reader.notes()).containsExactly(
                    "A comma stands between the columns.", "One cell has line ends in it, which are read as spaces.");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '!', value = {
        "comma|Yes; no,Ih; ala|So, \"it,\" is,x",
        "semicolon|Yes, no;Ih, ala|So, it is;x",
        "semicolon|\"Yes; no\";Ih, ala|So, it is;x",
        "semicolon|sep=;|Yes, no, so;Ih, ala, x"
    })
    void findsTheSeparatorByLooking(String separator, String first, String second) throws Exception {
        try (BitextReader reader = Bitexts.open(write("a.csv", first.replace("So, \"it,\" is", "\"So, it, is\"") + "\n"
                + second.replace("So, \"it,\" is", "\"So, it, is\"") + "\n"))) {
            assertThat(drain(reader)).isNotEmpty().doesNotContain(new SentencePair("sep=", ""));
            assertThat(reader.notes()).contains("A " + separator + " stands between the columns.");
        }
    }

    @Test
    void tabsMaySeparateCsvToo() throws Exception {
        assertThat(Bitexts.readAll(write("a.csv", "\"a, \"\"b\"\"\"\tc, d\n"))).containsExactly(new SentencePair("a, \"b\"", "c, d"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '!', value = {
        "!a,b\nc,d\ne,\"f\ng,h\ni,j\n!|a.csv:3: a quotation mark that opens a cell in the row that begins here is not closed",
        "!a,b\nc,\"d\"e\nf,g\n!|a.csv:2: behind the closing quotation mark",
        "!a,b\n\"c\nc\",d\n\"e\" f,g\n!|a.csv:4: behind the closing quotation mark",
        "!a,b\nc\nd,e\n!|a.csv:2: there is no comma between source and target in this line",
        "!one\ntwo\n!|a.csv:1: no comma, semicolon or tab stands between two columns"
    })
    void namesTheLineThatIsBroken(String text, String message) throws Exception {
        Path file = write("a.csv", text.replace("\\n", "\n"));
        assertThatThrownBy(() -> Bitexts.readAll(file)).isInstanceOf(InputException.class).hasMessageContaining(message);
    }

    @Test
    void aLateFaultIsNamedByItsLine() throws Exception {
        String many = "\"a\nb\",c\n".repeat(5000); // two lines each
        assertThatThrownBy(() -> Bitexts.readAll(write("a.csv", many + "x\n"))).hasMessageContaining("a.csv:10001: there is no comma");
        assertThatThrownBy(() -> Bitexts.readAll(write("a.csv", many + "\"x,y\n"))).hasMessageContaining("a.csv:10001: a quotation mark");
        Path file = Files.write(folder.resolve("b.csv"), new byte[] {'a', ',', 'b', '\n', 'c', ',', (byte) 0xE9, '\n'});
        assertThatThrownBy(() -> Bitexts.readAll(file)).hasMessageContaining("b.csv:2: the line is not UTF-8");
    }

    @Test
    void anEmptyCsvFileIsEmpty() throws Exception {
        try (BitextReader reader = Bitexts.open(write("a.csv", ""))) {
            assertThat(reader.next()).isNull();
            assertThat(reader.nothing()).hasMessageContaining("is empty");
        }
    }

    /** What the library writes with a separator is read, whatever stands in the cells. */
    @Property(tries = 200)
    void readsCsvAsItWasWritten(@ForAll("pairs") List<SentencePair> pairs, @ForAll("separators") char separator) throws Exception {
        Path file = Files.createTempFile("table", ".csv");
        try {
            try (CSVPrinter out = new CSVPrinter(
                    Files.newBufferedWriter(file),
                    CSVFormat.RFC4180.builder().setDelimiter(separator).setQuoteMode(QuoteMode.ALL).build())) {
                for (SentencePair pair : pairs) {
                    out.printRecord(pair.source(), pair.target());
                }
            }
            assertThat(Bitexts.readAll(file)).isEqualTo(pairs);
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    static Arbitrary<List<SentencePair>> pairs() {
        Arbitrary<String> cell = Arbitraries.strings().withChars("a \",;|\té").ofMaxLength(12);
        return Combinators.combine(cell, cell).as(SentencePair::new).list().ofMinSize(1).ofMaxSize(15);
    }

    @Provide
    static Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t');
    }

    // ---- columns ----

    @ParameterizedTest
    @ValueSource(strings = {"a.tsv", "a.csv"})
    void readsTheColumnsThatAreChosen(String name) throws Exception {
        String text = "7,0.9,dog,note,aqjun\n8,0.8,cat,,amcic\n".replace(',', name.endsWith(".tsv") ? '\t' : ',');
        Path file = write(name, text);
        assertThatThrownBy(() -> read(file, LineOptions.choosable()))
                .hasMessageContaining(":1: column 1 holds only numbers").hasMessageContaining("choose the two columns");
        assertThat(read(file, columns("3,5"))).containsExactly(new SentencePair("dog", "aqjun"), new SentencePair("cat", "amcic"));
        assertThat(read(file, columns("5,3"))).contains(new SentencePair("aqjun", "dog"));
        assertThatThrownBy(() -> read(file, columns("3,6")))
                .hasMessageContaining(":1: there are only 5 columns in this line, and the sentences are read from columns 3 and 6");
        try (BitextReader reader = Bitexts.open(file)) {
            TableSample sample = reader.sample();
            assertThat(sample).isNotNull();
            assertThat(sample.rows().getFirst()).containsExactly("7", "0.9", "dog", "note", "aqjun");
            assertThat(sample.columns()).isNull();
            assertThat(sample.width()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1,1", "0,1", "1;2", "1,2,3", "a,b", "99999,1"})
    void columnsAreTwoDifferentNumbers(String typed) {
        assertThatThrownBy(() -> Columns.parse(typed)).isInstanceOf(UsageException.class).hasMessageContaining("1,3");
    }

    @Test
    void columnsAreThoseThatTheHeadCallsByTwoLanguages() throws Exception {
        try (BitextReader reader = Bitexts.open(write("a.csv", "Nr;English;Kabyle;Notes\n1;dog;aqjun;\n2;cat;amcic;x\n3;sea;ilel;\n"))) {
            assertThat(drain(reader)).hasSize(4).contains(new SentencePair("dog", "aqjun"));
            assertThat(reader.notes()).contains("The sentences are read from the columns 2 and 3, which are called English and Kabyle.");
        }
    }

    @Test
    void whatIsNoTableHasNoColumns() throws Exception {
        for (Path file : List.of(write("a.txt", "a ||| b\n"), write("a.tmx", "<tmx><body/></tmx>"))) {
            assertThatThrownBy(() -> read(file, columns("1,2"))).isInstanceOf(UsageException.class);
        }
    }

    // ---- heads ----

    @ParameterizedTest
    @ValueSource(strings = {
        "English\tKabyle", "source\ttarget", "eng\tkab", "Source (English)\tTranslation", "en\tfy", "Français\tDeutsch", "SRC\tTGT",
        "Source text\tTarget text", "Western Frisian\tEnglish", "English\tFrisian"
    })
    void noticesAHead(String line) throws Exception {
        Path file = write("a.tsv", line + "\ndog\taqjun\n");
        try (BitextReader reader = Bitexts.open(file)) {
            assertThat(reader.sample().head()).containsExactly(line.split("\t"));
            assertThat(drain(reader)).as("never passed over unasked").hasSize(2);
        }
        try (BitextReader reader = Bitexts.open(BitextFiles.of(file).withLines(LineOptions.defaults().withSkipHead(true)))) {
            assertThat(drain(reader)).containsExactly(new SentencePair("dog", "aqjun"));
            assertThat(reader.notes()).containsExactly(
                    "Line 1 was passed over as the head of the table: " + line.replace("\t", ", ") + ".");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dog\taqjun", "English is easy\tFrench is not", "source\tsource", "\tx", "I speak Kabyle.\tTtmeslayeɣ taqbaylit."})
    void aPairIsNoHead(String line) throws Exception {
        try (BitextReader reader = Bitexts.open(write("a.tsv", line + "\ndog\taqjun\n"))) {
            assertThat(reader.sample().head()).isEmpty();
        }
    }

    // ---- empty sides ----

    @Test
    void emptySidesAreToldAndCanBeLeftOut() throws Exception {
        Path file = write("a.tsv", "dog\taqjun\ncat\t\n\tilel\n\t \n" + "x\t\n".repeat(20));
        try (BitextReader reader = Bitexts.open(file)) {
            assertThat(drain(reader)).hasSize(24);
            assertThat(reader.badLines()).isEqualTo("23 lines have an empty side: 2, 3, 4, 5, 6 and others.");
            assertThat(reader.notes()).containsExactly(reader.badLines() + " They were read all the same.");
        }
        try (BitextReader reader = Bitexts.open(BitextFiles.of(file).withSkipBadLines(true))) {
            assertThat(drain(reader)).containsExactly(new SentencePair("dog", "aqjun"));
            assertThat(reader.badLineReasons()).hasSize(23)
                    .startsWith("Line 2: the target side is empty.", "Line 3: the source side is empty.", "Line 4: both sides are empty.")
                    .endsWith("In all, 21: the target side is empty.", "In all, 1: the source side is empty.", "In all, 1: both sides are empty.");
        }
    }
}
