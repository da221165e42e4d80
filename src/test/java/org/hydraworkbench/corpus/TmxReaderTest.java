package org.hydraworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TmxReaderTest {

    /** Three languages, the source first, last, and with one other. */
    private static final String THREE = """
            <tu><tuv xml:lang="en"><seg>the house</seg></tuv><tuv xml:lang="de"><seg>das haus</seg></tuv><tuv xml:lang="eo"><seg>la domo</seg></tuv></tu>
            <tu><tuv xml:lang="eo"><seg>la libro</seg></tuv><tuv xml:lang="de"><seg>das buch</seg></tuv><tuv xml:lang="en"><seg>the book</seg></tuv></tu>
            <tu><tuv xml:lang="en"><seg>a house</seg></tuv><tuv xml:lang="eo"><seg>domo</seg></tuv></tu>
            """;

    @TempDir
    Path folder;

    private List<String> notes = List.of();
    private List<String> languages = List.of();
    private List<String> allLanguages = List.of();
    private String nothing = "";

    private List<SentencePair> read(@Nullable String from, @Nullable String to, String header, String units) throws Exception {
        return readFile(from, to, "<tmx version=\"1.4\"><header " + header + "/><body>\n" + units + "</body></tmx>");
    }

    private List<SentencePair> readFile(@Nullable String from, @Nullable String to, String text) throws Exception {
        Path file = Files.writeString(folder.resolve("m.tmx"), text);
        List<SentencePair> pairs = new ArrayList<>();
        try (BitextReader reader = Bitexts.open(BitextFiles.of(file).withLanguages(from, to))) {
            for (SentencePair pair = reader.next(); pair != null; pair = reader.next()) {
                pairs.add(pair);
            }
            notes = reader.notes();
            languages = reader.languages();
            allLanguages = reader.allLanguages();
            nothing = reader.nothing().getMessage();
        }
        return pairs;
    }

    private static String unit(String source, String target) {
        return "<tu><tuv xml:lang=\"en\"><seg>" + source + "</seg></tuv><tuv xml:lang=\"kab\"><seg>" + target + "</seg></tuv></tu>\n";
    }

    private String segment(String content) throws Exception {
        return read(null, null, "", unit(content, "x")).getFirst().source();
    }

    // ---- languages ----

    @Test
    void theHeaderNamesTheSourceWhereverItStands() throws Exception {
        String units = """
                <tu><tuv xml:lang="en"><seg>orphan</seg></tuv></tu>
                <tu><tuv xml:lang="fr"><seg>la maison</seg></tuv><tuv xml:lang="en"><seg>the house</seg></tuv></tu>
                <tu><tuv xml:lang="en"><seg>the book</seg></tuv><tuv xml:lang="fr"><seg>le livre</seg></tuv></tu>
                """;
        assertThat(read(null, null, "srclang=\"en\"", units))
                .containsExactly(new SentencePair("the house", "la maison"), new SentencePair("the book", "le livre"));
        assertThat(languages).containsExactly("en", "fr");
        assertThat(notes).containsExactly("1 of 3 units was passed over: not in both en and fr.");
    }

    @Test
    void aHeaderThatNamesAllLanguagesNamesNoSource() throws Exception {
        String units = """
                <tu><tuv xml:lang="en-GB"><seg>the house</seg></tuv><tuv xml:lang="de-DE"><seg>das haus</seg></tuv></tu>
                <tu><tuv xml:lang="en-GB"><seg>the house</seg></tuv><tuv xml:lang="cs-CZ"><seg>dum</seg></tuv></tu>
                <tu><tuv xml:lang="en-GB"><seg>the house</seg></tuv><tuv xml:lang="fr-FR"><seg>la maison</seg></tuv></tu>
                """;
        assertThat(read(null, null, "srclang=\"*all*\"", units)).containsExactly(new SentencePair("the house", "das haus"));
        assertThat(notes).containsExactly(
                "2 of 3 units were passed over: not in both en-GB and de-DE; the file also has cs-CZ, fr-FR.");
        assertThat(allLanguages).containsExactly("en-GB", "de-DE", "cs-CZ", "fr-FR");
        assertThat(read("en", "cs", "srclang=\"*all*\"", units)).containsExactly(new SentencePair("the house", "dum"));
    }

    @Test
    void thePairThatIsAskedForIsReadInItsOrder() throws Exception {
        String header = "srclang=\"en\"";
        assertThat(read(null, null, header, THREE))
                .containsExactly(new SentencePair("the house", "das haus"), new SentencePair("the book", "das buch"));
        assertThat(read("en", "eo", header, THREE)).containsExactly(
                new SentencePair("the house", "la domo"),
                new SentencePair("the book", "la libro"),
                new SentencePair("a house", "domo"));
        assertThat(notes).isEmpty();
        assertThat(read(null, "eo", header, THREE)).hasSize(3);
        assertThat(read("eo", "de", header, THREE))
                .containsExactly(new SentencePair("la domo", "das haus"), new SentencePair("la libro", "das buch"));
    }

    @ParameterizedTest
    @CsvSource({"en,fr", "en-US,fr-CA", "EN_us,fra", "eng,fr"})
    void aLanguageAndWhatIsSaidMoreOfItServeForEachOther(String from, String to) throws Exception {
        String units = "<tu><tuv xml:lang=\"fr-CA\"><seg>le chien</seg></tuv><tuv xml:lang=\"EN-US\"><seg>the dog</seg></tuv></tu>"
                + "<tu><tuv xml:lang=\"en\"><seg>the cat</seg></tuv><tuv xml:lang=\"fr\"><seg>le chat</seg></tuv></tu>";
        assertThat(read(from, to, "srclang=\"fr\"", units))
                .containsExactly(new SentencePair("the dog", "le chien"), new SentencePair("the cat", "le chat"));
    }

    @Test
    void oneLanguageInTwoCountriesIsTwoSides() throws Exception {
        String units = "<tu><tuv xml:lang=\"en-GB\"><seg>colour</seg></tuv><tuv xml:lang=\"en-US\"><seg>color</seg></tuv></tu>";
        assertThat(read("en-US", "en", "", units)).containsExactly(new SentencePair("color", "colour"));
        assertThat(read("en", "en-GB", "", units)).containsExactly(new SentencePair("color", "colour"));
    }

    @Test
    void languagesThatAreNotThereAreToldWithThoseThatAre() throws Exception {
        assertThat(read("en", "kab", "", THREE)).isEmpty();
        assertThat(nothing).contains("m.tmx").contains("3 of 3 units were passed over: not in both en and kab; the file also has de, eo.");
        assertThat(read(null, null, "srclang=\"kab\"", THREE)).isEmpty();
        assertThat(nothing).contains("no unit is in kab, by the header the source (srclang), and another language; the file has en, de, eo.");
    }

    // ---- what is in a unit ----

    @Test
    void highlightedTextStaysAndEntitiesAreRead() throws Exception {
        assertThat(segment("a <bpt i=\"1\">&lt;b&gt;</bpt>big<ept i=\"1\">&lt;/b&gt;</ept>\n   <hi>dog</hi> &amp; cat"))
                .isEqualTo("a big dog & cat");
    }

    @ParameterizedTest
    @CsvSource({
        "one<ph x='1'>{br}</ph>two,one two",
        "one<it pos='begin'>{b}</it>2,one 2",
        "é<ut>{b}</ut>א,é א",
        "one <ph/>two,one two",
        "one<ph/> two,one two",
        "one<ph/>!,one!",
        "<ph/>one<ph/>,one",
        "un<bpt i='1'>{b}</bpt>believ<ept i='1'>{/b}</ept>able,unbelievable",
        "one<bpt i='1'>{b}<sub>hidden</sub></bpt> two,one two"
    })
    void aCodeThatStandsForItselfPartsTheWordsAroundIt(String content, String text) throws Exception {
        assertThat(segment(content)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"'a\n  b',a b", "'a \t\r\n b',a b", "'a   b',a   b", "'  a  ',a", "'a &#13; b',a b"})
    void aSegmentIsOneLine(String content, String text) throws Exception {
        assertThat(segment(content)).isEqualTo(text);
    }

    /** A million spaces once took minutes, since a pattern looked at each of them from each before it. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aLongRunOfSpacesIsReadOnce() throws Exception {
        String spaces = " ".repeat(1_000_000);
        assertThat(segment("a" + spaces + "b")).hasSize(1_000_002);
        assertThat(segment("a" + spaces + "\n" + spaces + "b")).isEqualTo("a b");
    }

    /** The XML reader of the JDK takes no more than 100,000 characters from entities unless told otherwise. */
    @Test
    void aLongFileMayHaveManyAmpersands() throws Exception {
        assertThat(segment("a&amp;".repeat(200_000))).hasSize(400_000);
    }

    @Test
    void unitsWithoutTextAreCounted() throws Exception {
        String units = unit("dog", "aqjun") + unit(" ", "amcic") + unit("cat", "<ph>{b}</ph>")
                + "<tu><tuv xml:lang=\"en\">bird</tuv><tuv xml:lang=\"kab\">afrux</tuv></tu>";
        assertThat(read(null, null, "", units)).containsExactly(new SentencePair("dog", "aqjun"));
        assertThat(notes).containsExactly("1 unit has no <seg>.", "2 units are empty on a side, and passed over.");
    }

    @Test
    void aFileWhoseOnlyUnitHasNoSegmentSaysSo() throws Exception {
        assertThat(read(null, null, "", "<tu><tuv xml:lang=\"en\">the house</tuv><tuv xml:lang=\"ca\">la casa</tuv></tu>")).isEmpty();
        assertThat(nothing).endsWith("m.tmx: there is no pair of sentences in it. 1 unit has no <seg>.");
        assertThat(read(null, null, "", "")).isEmpty();
        assertThat(nothing).endsWith("m.tmx: there is no translation unit (<tu>) in it");
    }

    // ---- other XML ----

    @Test
    void otherXmlIsCalledByItsName() {
        assertThatThrownBy(() -> readFile(null, null, "<?xml version=\"1.0\"?>\n<xliff version=\"1.2\"><file/></xliff>"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("m.tmx: this is XLIFF");
        assertThatThrownBy(() -> readFile(null, null, "<?xml version=\"1.0\"?><!-- tmx --><html><tu/></html>"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("this is XML, but not TMX: it begins with <html>");
    }

    @Test
    void xliffIsKnownWithoutADeclaration() throws Exception {
        Path file = Files.writeString(folder.resolve("a.xlf"), "<xliff version=\"1.2\"><file/></xliff>");
        assertThatThrownBy(() -> Bitexts.readAll(file)).isInstanceOf(InputException.class).hasMessageContaining("XLIFF");
    }
}
