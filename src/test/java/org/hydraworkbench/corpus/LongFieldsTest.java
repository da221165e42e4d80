package org.hydraworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.hydraworkbench.base.InputException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A million characters in one field, of every kind that a reader looks for. Work that grows with the square of that takes hours, so the
 * limit of time says nothing of how fast the machine is.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LongFieldsTest {

    private static final int MILLION = 1_000_000;

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String million(String part) {
        return part.repeat(MILLION / part.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "|", "\r", "\t", "7", "a b ", "||| ", "\u05D0", "\uFFFD", "\0"})
    void everyFormOfABitext(String part) throws Exception {
        String field = million(part);
        assertThat(TextLines.readAll(write("text", field + "\n" + field))).containsExactly(field, field);
        List<SentencePair> moses = read(BitextFiles.of(write("left", field + "\n"), write("right", "x\n")));
        assertThat(moses).singleElement().extracting(SentencePair::source).asString().startsWith(field.substring(0, MILLION - 2));
        if (!part.contains("\t")) {
            assertThat(Bitexts.readAll(write("a.tsv", "x\t" + field + "y\n"))).containsExactly(new SentencePair("x", field + "y"));
        }
        assertThat(Bitexts.readAll(write("a.csv", "x;\"" + field.replace("\"", "\"\"") + "y\"\n"))).singleElement()
                .extracting(SentencePair::target).asString().hasSize(field.length() + 1);
        // columns and bars without end are refused or cut; that it ends is what counts
        for (Path file : List.of(write("b.tsv", "x\t" + field + "\tz\n"), write("c.txt", "x ||| " + field + "y\n"))) {
            try {
                assertThat(Bitexts.readAll(file)).hasSizeGreaterThanOrEqualTo(1);
            } catch (InputException e) {
                assertThat(e.getMessage()).hasSizeLessThan(1000);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "\r", "\t", "a b ", "&amp;", "&#10;", "<ph/>", "a<ph/>", "<hi>a</hi>", "<!-- -->"})
    void aTranslationMemory(String part) throws Exception {
        String unit = "<tu><tuv xml:lang='en'><seg>x" + million(part) + "y</seg></tuv><tuv xml:lang='kab'><seg>z</seg></tuv></tu>";
        Path file = write("m.tmx", "<tmx><body>" + unit + "</body></tmx>");
        assertThat(Bitexts.readAll(file)).singleElement().extracting(SentencePair::source).asString().startsWith("x").endsWith("y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\n"})
    void aPackedText(String part) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int k = 0; k < 10_000; k++) { // members of a hundred characters
            try (GZIPOutputStream zip = new GZIPOutputStream(all)) {
                zip.write(part.repeat(100).getBytes(StandardCharsets.UTF_8));
            }
        }
        Path file = Files.write(folder.resolve("a.gz"), all.toByteArray());
        assertThat(TextLines.readAll(file)).hasSize(part.equals("a") ? 1 : MILLION);
    }

    private static List<SentencePair> read(BitextFiles text) throws Exception {
        List<SentencePair> pairs = new ArrayList<>();
        try (BitextReader reader = Bitexts.open(text)) {
            for (SentencePair pair = reader.next(); pair != null; pair = reader.next()) {
                pairs.add(pair);
            }
        }
        return pairs;
    }
}
