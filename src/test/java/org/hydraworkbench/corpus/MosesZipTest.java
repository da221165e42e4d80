package org.hydraworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.testing.SharedData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MosesZipTest {

    @TempDir
    Path folder;

    /** A zip of files, a name and its text by turns. */
    private Path zip(String... files) throws Exception {
        Path file = folder.resolve("en-kab.txt.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int k = 0; k < files.length; k += 2) {
                zip.putNextEntry(new ZipEntry(files[k]));
                zip.write(files[k + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static List<SentencePair> read(Path file, @Nullable String from, @Nullable String to) throws Exception {
        List<SentencePair> pairs = new ArrayList<>();
        try (BitextReader reader = Bitexts.open(BitextFiles.of(file).withLanguages(from, to))) {
            for (SentencePair pair = reader.next(); pair != null; pair = reader.next()) {
                pairs.add(pair);
            }
            if (pairs.isEmpty()) {
                throw reader.nothing();
            }
            assertThat(reader.bytesRead()).isEqualTo(reader.bytesTotal());
        }
        return pairs;
    }

    /** The five pairs of the zip are those of the two files beside it. */
    @Test
    void readsAZipThatOpusMade() throws Exception {
        Path shared = SharedData.require("cases/opus-zip");
        List<SentencePair> pairs = read(shared.resolve("en-kab.txt.zip"), null, null);
        assertThat(pairs).extracting(SentencePair::source).isEqualTo(Files.readAllLines(shared.resolve("Tatoeba.en-kab.en")));
        assertThat(pairs).extracting(SentencePair::target).isEqualTo(Files.readAllLines(shared.resolve("Tatoeba.en-kab.kab")));
        assertThat(pairs).hasSize(5);
        assertThat(Bitexts.format(shared.resolve("en-kab.txt.zip"))).isEqualTo(BitextFormat.ZIP);
    }

    @ParameterizedTest
    @CsvSource(value = {"-,-,dog", "en,kab,dog", "en-US,-,dog", "kab,en,aqjun", "-,en,aqjun"}, nullValues = "-")
    void theNameTellsTheLanguagesUnlessTheyAreAskedFor(@Nullable String from, @Nullable String to, String source) throws Exception {
        Path file = zip("README", "x", "LICENSE.txt", "y", "T.en-kab.kab", "aqjun\namcic\n", "T.en-kab.en", "dog\ncat\n", "T.en-kab.ids", "1\n");
        assertThat(read(file, from, to)).hasSize(2).first().extracting(SentencePair::source).isEqualTo(source);
    }

    @Test
    void tagsWithHyphensAndFoldersAreFound() throws Exception {
        Path file = zip("moses/T.en-zh-Hant.zh-Hant", "狗\n", "moses/T.en-zh-Hant.en", "dog\n", "moses/notes.txt", "");
        assertThat(read(file, null, null)).containsExactly(new SentencePair("dog", "狗"));
    }

    @Test
    void languagesThatAreNotThereAreTold() throws Exception {
        Path file = zip("T.en-kab.en", "dog\n", "T.en-kab.kab", "aqjun\n");
        assertThatThrownBy(() -> read(file, "de", null))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("en-kab.txt.zip: this text is in en and kab");
    }

    @Test
    void otherZipsAreRefused() throws Exception {
        assertThatThrownBy(() -> read(zip("a.txt", "dog\n"), null, null))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there are no two files in this zip");
        assertThatThrownBy(() -> read(zip("a.en", "dog\n", "a.kab", "aqjun\n", "b.en", "cat\n", "b.kab", "amcic\n"), null, null))
                .hasMessageContaining("there are several texts in this zip");
    }

    @Test
    void filesOfDifferentLengthAreNamed() throws Exception {
        assertThatThrownBy(() -> read(zip("a.en", "dog\ncat\n", "a.kab", "aqjun\n"), null, null))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("en-kab.txt.zip/a.en has 2 lines");
    }

    @Test
    void aZipThatIsCutShortOrDamagedIsTold() throws Exception {
        Path file = zip("a.en", "dog ".repeat(2000) + "\n", "a.kab", "aqjun\n");
        byte[] whole = Files.readAllBytes(file);
        byte[] damaged = whole.clone();
        damaged[45] ^= 0x20;
        Files.write(file, damaged);
        assertThatThrownBy(() -> read(file, null, null)).isInstanceOf(InputException.class).hasMessageContaining("a.en: cannot be read (it is damaged)");
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 30));
        assertThatThrownBy(() -> read(file, null, null)).isInstanceOf(InputException.class).hasMessageContaining("cut short");
    }
}
