package org.hydraworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.hydraworkbench.base.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextLinesTest {

    @TempDir
    Path folder;

    @Test
    void splitsAtLineFeedsOnly() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "one\rtwo\u2028three\u0085four\n\nlast");
        assertThat(TextLines.readAll(file)).containsExactly("one\rtwo\u2028three\u0085four", "", "last");
    }

    @Test
    void skipsAByteOrderMarkAtTheBeginningOnly() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "\uFEFFa\n\uFEFFb\n");
        assertThat(TextLines.readAll(file)).containsExactly("a", "\uFEFFb");
    }

    @Test
    void keepsAReplacementCharacterThatTheTextHas() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "a\uFFFDb\n");
        assertThat(TextLines.readAll(file)).containsExactly("a\uFFFDb");
    }

    @Test
    void namesTheLineOfBytesThatAreNotUtf8() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("good\ngood\nbad ".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xE9); // é in Latin-1
        bytes.write('\n');
        Path file = Files.write(folder.resolve("latin.txt"), bytes.toByteArray());
        assertThatThrownBy(() -> TextLines.readAll(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("latin.txt:3:")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void unpacksGzipWhateverTheNameSays() throws Exception {
        Path file = gzip(folder.resolve("packed.txt"), "ɛ\nṭ\n");
        assertThat(TextLines.readAll(file)).containsExactly("ɛ", "ṭ");
    }

    @Test
    void saysWhereACutOffGzipFileEnds() throws Exception {
        byte[] whole = Files.readAllBytes(gzip(folder.resolve("whole.gz"), "line\n".repeat(1000)));
        Path file = Files.write(folder.resolve("cut.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> TextLines.readAll(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cut.gz:");
    }

    @Test
    void readsLinesLongerThanItsBuffer() throws Exception {
        String longLine = "ɣ".repeat(200_000);
        Path file = Files.writeString(folder.resolve("long.txt"), "a\n" + longLine + "\nb");
        assertThat(TextLines.readAll(file)).containsExactly("a", longLine, "b");
    }

    @Test
    void countsTheBytesOnDisk() throws Exception {
        Path file = gzip(folder.resolve("a.gz"), "line\n".repeat(100_000));
        try (TextLines lines = TextLines.open(file)) {
            while (lines.next() != null) {
                assertThat(lines.bytesRead()).isLessThanOrEqualTo(lines.bytesTotal());
            }
            assertThat(lines.bytesRead()).isEqualTo(Files.size(file));
        }
    }

    @Test
    void refusesAMissingFileAndAFolder() {
        assertThatThrownBy(() -> TextLines.open(folder.resolve("nothing.txt")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nothing.txt: there is no such file");
        assertThatThrownBy(() -> TextLines.open(folder)).isInstanceOf(InputException.class).hasMessageContaining("folder");
    }

    @Property(tries = 100)
    void givesBackTheLinesThatWereWritten(@ForAll List<@NotBlank String> texts) throws Exception {
        List<String> lines = texts.stream()
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .map(text -> text.replace("\n", "").replace("\uFEFF", ""))
                .toList();
        Path file = Files.createTempFile("lines", ".txt");
        try {
            Files.writeString(file, String.join("\n", lines) + "\n");
            assertThat(TextLines.readAll(file)).isEqualTo(lines.isEmpty() ? List.of("") : lines);
        } finally {
            Files.delete(file);
        }
    }

    private static Path gzip(Path file, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void whatWasLookedAtIsStillRead() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "\uFEFF\n \nfirst\nsecond\n\n");
        try (TextLines lines = TextLines.open(file)) {
            assertThat(lines.peek()).isEqualTo(new TextLines.Line(3, "first")).isEqualTo(lines.peek());
            assertThat(lines.lineNumber()).isZero();
            assertThat(lines.next()).isEmpty();
            assertThat(lines.lineNumber()).isEqualTo(1);
            assertThat(lines.peek()).isEqualTo(new TextLines.Line(3, "first"));
            assertThat(List.of(lines.next(), lines.next())).containsExactly(" ", "first");
            assertThat(lines.peek()).isEqualTo(new TextLines.Line(4, "second"));
            assertThat(lines.next()).isEqualTo("second");
            assertThat(lines.peek()).isNull();
            assertThat(lines.next()).isEmpty();
            assertThat(lines.lineNumber()).isEqualTo(5);
            assertThat(lines.next()).isNull();
        }
    }

    @Test
    void aDamagedLineIsNamedAlsoAfterLookingAhead() throws Exception {
        Path file = Files.write(folder.resolve("a.txt"), new byte[] {'\n', 'a', '\n', (byte) 0xC3, '\n'});
        try (TextLines lines = TextLines.open(file)) {
            assertThat(lines.peek()).isEqualTo(new TextLines.Line(2, "a"));
            lines.next();
            lines.next();
            assertThatThrownBy(lines::peek).hasMessageContaining("a.txt:3:");
        }
    }
}
