package org.hydraworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.testing.TinyTokenizers;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vocabulary with byte fallback beside one in which every byte is a piece: all 256 bytes have their row in both directions. */
class CopyOverlapTest {

    @TempDir
    Path folder;

    /** How a byte is spelt where every byte has a letter (Radford et al. 2019). */
    private static String letter(int value) {
        int others = 256;
        for (int b = 0; b < 256; b++) {
            boolean printable = b > ' ' && b < 127 || b > 160 && b != 173;
            int letter = printable ? b : others++;
            if (b == value) {
                return Character.toString(letter);
            }
        }
        throw new IllegalArgumentException();
    }

    private static int fallback(Tokenizer tokenizer, int value) {
        return tokenizer.id(String.format("<0x%02X>", value)).orElseThrow();
    }

    @Test
    void aByteTakesTheRowOfTheByteOfFallbackWhereItIsNoCharacterOfItsOwn() throws Exception {
        try (Tokenizer fallback = Tokenizer.load(TestModels.stories());
                Tokenizer letters = TinyTokenizers.byteLevel(folder, Map.of("unk", "<unk>"), List.of())) {
            CopyOverlap overlap = new CopyOverlap(fallback, letters);
            int ofFallback = 0;
            for (int b = 0; b < 256; b++) {
                if (b == ' ') {
                    continue; // alone it is the mark of a word's beginning
                }
                boolean written = b < 128 && fallback.id(Character.toString(b)).isPresent();
                int expected = written ? fallback.id(Character.toString(b)).orElseThrow() : fallback(fallback, b);
                ofFallback += written ? 0 : 1;
                assertThat(overlap.source(letters.id(letter(b)).orElseThrow())).as("byte %02X", b).hasValue(expected);
            }
            assertThat(ofFallback).isGreaterThan(128);
        }
    }

    @Test
    void aByteOfFallbackTakesTheRowOfThatByte() throws Exception {
        try (Tokenizer fallback = Tokenizer.load(TestModels.stories());
                Tokenizer letters = TinyTokenizers.byteLevel(folder, Map.of("unk", "<unk>"), List.of())) {
            CopyOverlap overlap = new CopyOverlap(letters, fallback);
            for (int b = 0; b < 256; b++) {
                if (b != ' ') {
                    assertThat(overlap.source(fallback(fallback, b)))
                            .as("byte %02X", b)
                            .hasValue(letters.id(letter(b)).orElseThrow());
                }
            }
        }
    }
}
