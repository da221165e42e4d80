package org.hydraworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that is not in UTF-8. */
class EncodingsTest {

    private static final String LINES = "the boy\tдитина й 😀\ncafé\tкава\r\n";

    @TempDir
    Path folder;

    private static LineOptions in(String name) throws UsageException {
        return LineOptions.choosable().withEncoding(LineOptions.encoding(name));
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

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32", "GB18030"})
    void everyLetterComesThroughWhereverABufferEnds(String name) throws Exception {
        for (int shift : new int[] {0, 1, 2, 3}) {
            String text = "x".repeat(shift) + LINES.replace("\r", "").repeat(2000);
            Path file = Files.write(folder.resolve("a.tsv"), text.getBytes(Charset.forName(name)));
            List<SentencePair> pairs = read(BitextFiles.of(file).withLines(in(name)));
            assertThat(pairs).hasSize(4000).endsWith(new SentencePair("the boy", "дитина й 😀"), new SentencePair("café", "кава"));
            assertThat(pairs.getFirst().source()).isEqualTo("x".repeat(shift) + "the boy");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tsv", "a.csv"})
    void utf16WithAMarkNeedsNoChoice(String name) throws Exception {
        Path file = Files.write(folder.resolve(name), ("\uFEFF" + LINES).getBytes(StandardCharsets.UTF_16LE));
        assertThat(Bitexts.readAll(file)).containsExactly(new SentencePair("the boy", "дитина й 😀"), new SentencePair("café", "кава"));
        assertThat(TextLines.readAll(file)).startsWith("the boy\tдитина й 😀");
        Path left = Files.write(folder.resolve("left"), "\uFEFFdog\n".getBytes(StandardCharsets.UTF_16LE));
        Path right = Files.writeString(folder.resolve("right"), "aqjun\n");
        assertThat(read(BitextFiles.of(left, right))).containsExactly(new SentencePair("dog", "aqjun"));
    }

    @Test
    void anEightBitEncodingIsReadWhereItIsChosenAndHintedAtWhereNot() throws Exception {
        Path file = Files.write(folder.resolve("a.tsv"), "tea\tthé\nyear\tår – “x”\n".getBytes(Charset.forName("windows-1252")));
        assertThatThrownBy(() -> read(BitextFiles.of(file).withLines(LineOptions.choosable())))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a.tsv:1: the line is not UTF-8; choose its encoding (--encoding, for example windows-1252)");
        assertThat(read(BitextFiles.of(file).withLines(in("windows-1252"))))
                .containsExactly(new SentencePair("tea", "thé"), new SentencePair("year", "år – “x”"));
        for (ThrowingCallable without : List.<ThrowingCallable>of(() -> TextLines.readAll(file), () -> Bitexts.readAll(file))) {
            assertThatThrownBy(without).as("nothing is advised that cannot be done")
                    .hasMessageEndingWith("a.tsv:1: the line is not UTF-8; save the file as UTF-8 and try again");
        }
    }

    @Test
    void theLineIsNamedThatIsNotInTheChosenEncoding() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int k = 0; k < 3000; k++) {
            bytes.writeBytes("tea\tth\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        bytes.writeBytes(new byte[] {'a', '\t', (byte) 0x81, '\n', 'b', '\t', 'c', '\n'}); // 81 is nothing in windows-1252
        Path file = Files.write(folder.resolve("a.tsv"), bytes.toByteArray());
        LineOptions chosen = in("windows-1252");
        assertThatThrownBy(() -> read(BitextFiles.of(file).withLines(chosen)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a.tsv:3001: the line is not windows-1252");
        assertThat(read(BitextFiles.of(file).withLines(chosen.withSkipBadLines(true)))).hasSize(3001).endsWith(new SentencePair("b", "c"));
        Path cut = Files.write(folder.resolve("cut.tsv"), new byte[] {'a', 0, '\t', 0, 'b', 0, '\n', 0, 'c'});
        assertThatThrownBy(() -> read(BitextFiles.of(cut).withLines(in("UTF-16LE")))).hasMessageContaining("cut.tsv:2: the line is not UTF-16LE");
    }

    @Test
    void thereAreTheEncodingsThatAreOffered() throws Exception {
        for (String name : LineOptions.ENCODINGS) {
            assertThat(LineOptions.encoding(name).name()).isEqualToIgnoringCase(name);
        }
        for (String none : List.of("", "utf 8", "klingon")) {
            assertThatThrownBy(() -> LineOptions.encoding(none)).isInstanceOf(UsageException.class).hasMessageContaining("windows-1252");
        }
    }

    @Test
    void whatNamesItsEncodingItselfTakesNoChoice() throws Exception {
        Path file = Files.writeString(folder.resolve("a.tmx"), "<tmx><body/></tmx>");
        assertThatThrownBy(() -> read(BitextFiles.of(file).withLines(in("windows-1252")))).isInstanceOf(UsageException.class);
    }
}
