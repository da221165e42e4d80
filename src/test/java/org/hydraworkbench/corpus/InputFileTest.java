package org.hydraworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.hydraworkbench.base.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is packed, and what is no text. */
class InputFileTest {

    @TempDir
    Path folder;

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(all)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return all.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private List<String> lines(byte[] bytes) throws Exception {
        return TextLines.readAll(Files.write(folder.resolve("a.gz"), bytes));
    }

    // ---- gzip ----

    @Test
    void membersFollowEachOther() throws Exception {
        assertThat(lines(join(gzip("one\nt"), gzip(""), gzip("wo\n")))).containsExactly("one", "two");
        assertThat(lines(join(gzip("one\n"), new byte[1000]))).as("filled up with zeros").containsExactly("one");
    }

    /** Each first byte of a second member was once changed, and the rest of the file was lost without a word. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 12, 17})
    void aDamagedSecondMemberIsTold(int at) throws Exception {
        byte[] second = gzip("two\n");
        second[at] ^= 0x10;
        for (int count : List.of(1, 100_000)) {
            assertThatThrownBy(() -> lines(join(gzip("one\n".repeat(count)), second)))
                    .isInstanceOf(InputException.class)
                    .hasMessageMatching(count == 1 ? ".*a\\.gz: cannot be read .*" : ".*a\\.gz:10000[12]: cannot be read on .*")
                    .hasMessageContaining("it is damaged");
        }
    }

    @Test
    void whatFollowsTheLastMemberIsTold() {
        assertThatThrownBy(() -> lines(join(gzip("one\n"), "garbage".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("behind a packed part stands something that is not gzip");
        assertThatThrownBy(() -> lines(join(gzip("one\n"), new byte[] {0, 0, 7}))).isInstanceOf(InputException.class);
    }

    @Test
    void aFileThatIsCutShortSaysSo() throws Exception {
        byte[] whole = gzip("one\n".repeat(1000));
        for (int length = 2; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> lines(part)).as("%d bytes", part.length)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("a.gz")
                    .hasMessageContaining("is cut short");
        }
    }

    @Test
    void aTranslationMemoryThatIsCutShortSaysSo() throws Exception {
        StringBuilder units = new StringBuilder("<tmx><body>");
        for (int k = 0; k < 5000; k++) {
            units.append("<tu><tuv xml:lang='en'><seg>").append(Integer.toHexString(k * 7919)).append("</seg></tuv></tu>\n");
        }
        byte[] whole = gzip(units + "</body></tmx>");
        Path file = Files.write(folder.resolve("m.tmx.gz"), Arrays.copyOf(whole, whole.length - 100));
        assertThatThrownBy(() -> Bitexts.readAll(file)).isInstanceOf(InputException.class).hasMessageContaining("is cut short");
    }

    /** A head with everything that RFC 1952 allows: extra field, name, comment and check. */
    @Test
    void aLongHeadIsPassedOver() throws Exception {
        byte[] plain = gzip("one\n");
        byte[] head = {0x1f, (byte) 0x8b, 8, 2 + 4 + 8 + 16, 1, 2, 3, 4, 0, 3, 3, 0, 9, 9, 9, 'n', 'a', 0, 'c', 0};
        CRC32 check = new CRC32();
        check.update(head);
        byte[] sum = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) check.getValue()).array();
        assertThat(lines(join(head, Arrays.copyOf(sum, 2), Arrays.copyOfRange(plain, 10, plain.length)))).containsExactly("one");
    }

    @Property(tries = 100)
    void readsWhatTheJdkReads(@ForAll @Size(max = 4) List<byte[]> texts) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(all)) {
            zip.write(1);
        }
        for (byte[] text : texts) {
            try (GZIPOutputStream zip = new GZIPOutputStream(all)) {
                zip.write(text);
            }
        }
        try (InputStream ours = new GzipStream(new ByteArrayInputStream(all.toByteArray()));
                InputStream jdks = new GZIPInputStream(new ByteArrayInputStream(all.toByteArray()))) {
            assertThat(ours.readAllBytes()).isEqualTo(jdks.readAllBytes());
        }
    }

    // ---- other encodings and files ----

    @ParameterizedTest
    @CsvSource({
        "UTF-16LE,the dog,aqjun ɛ", "UTF-16BE,the dog,aqjun ɛ",
        "UTF-16LE,الكلب هنا,собака тут", "UTF-16BE,الكلب هنا,собака тут", "UTF-16LE,a,b"
    })
    void utf16WithoutAMarkIsNamedAndReadWhereItIsChosen(String charset, String source, String target) throws Exception {
        byte[] bytes = (source + "\t" + target + "\n").repeat(3).getBytes(Charset.forName(charset));
        Path file = Files.write(folder.resolve("a.tsv"), bytes);
        assertThatThrownBy(() -> Bitexts.open(BitextFiles.of(file).withLines(LineOptions.choosable())))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("a.tsv: this is text in UTF-16 without a mark that says so; choose its encoding (--encoding "
                        + charset + "), or save the file as UTF-8");
        assertThatThrownBy(() -> TextLines.readAll(file))
                .hasMessageEndingWith("a.tsv: this is text in UTF-16; save the file as UTF-8 and try again");
        LineOptions chosen = LineOptions.defaults().withEncoding(LineOptions.encoding(charset));
        try (BitextReader reader = Bitexts.open(BitextFiles.of(file).withLines(chosen))) {
            assertThat(reader.next()).isEqualTo(new SentencePair(source, target));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b\tc\n", "the dog\t\0aqjun\n", "the dog\taqjun\0\nthe cat\tamcic\n", "\0"})
    void aStrayZeroMakesNoUtf16(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("a.tsv"), text);
        assertThat(TextLines.readAll(file)).isEqualTo(List.of(text.split("\n")));
    }

    @Test
    void aZipIsNoText() throws Exception {
        Path file = Files.write(folder.resolve("a.tsv"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});
        assertThatThrownBy(() -> TextLines.readAll(file)).hasMessageContaining("this is a zip");
    }

    @Test
    void aPictureIsNoText() throws Exception {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', '\t'};
        Path file = Files.write(folder.resolve("a.tsv"), png);
        assertThatThrownBy(() -> Bitexts.readAll(file)).isInstanceOf(InputException.class).hasMessageContaining("this is no text");
    }
}
