package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedTextTest {

    @TempDir
    private Path folder = Path.of("");

    private PackedText read(String text, int batch, int length) throws HydraException, IOException {
        Path file = Files.writeString(folder.resolve("text.txt"), text);
        TrainOptions options = TrainOptions.defaults().withBatch(batch, length).withSeed(5);
        try (Tokenizer tokenizer = Tokenizer.load(TestModels.stories());
                Decoder model = Decoder.load(TestModels.runtime(), TestModels.stories(), Progress.none())) {
            return PackedText.read(List.of(file), tokenizer, model.table(), options, Progress.none());
        }
    }

    @Test
    void everyTargetIsTheNextToken() throws HydraException, IOException {
        Batch batch = read("Once upon a time.\nThere was a dog.\n".repeat(20), 2, 16).batch(3);
        for (int row = 0; row < 2; row++) {
            for (int i = 0; i < 15; i++) {
                assertThat(batch.targets()[row * 16 + i]).isEqualTo(batch.ids()[row * 16 + i + 1]);
            }
        }
    }

    @Test
    void aLineThatSpellsTheEndOfATextDoesNotEndIt() throws HydraException, IOException {
        int[] ids = read("He wrote </s> and <s> twice.\n".repeat(20), 1, 128).batch(0).ids();
        assertThat(ids).contains(1, 2);
        for (int i = 0; i + 1 < ids.length; i++) {
            assertThat(ids[i] == 2).isEqualTo(ids[i + 1] == 1);
        }
    }

    @Test
    void anEpochShowsEveryWindowOnce() throws HydraException, IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append(i).append(" x").append(i * i).append('\n');
        }
        PackedText packed = read(text.toString(), 1, 8);
        Set<List<Integer>> windows = new HashSet<>();
        int count = 0;
        while (windows.add(java.util.Arrays.stream(packed.batch(count).ids()).boxed().toList())) {
            count++;
        }
        // Every line is at least five tokens with its borders, so 200 lines make more than 100 windows of 8.
        assertThat(count).isGreaterThan(100);
    }

    @Test
    void theSameNumberGivesTheSameBatch() throws HydraException, IOException {
        String text = "A cat sat on a mat.\n".repeat(50);
        PackedText first = read(text, 2, 8);
        PackedText second = read(text, 2, 8);
        first.batch(0);
        assertThat(first.batch(77).ids()).isEqualTo(second.batch(77).ids());
        assertThat(first.fingerprint()).isEqualTo(second.fingerprint());
    }

    @Test
    void aTextShorterThanAWindowIsFilledUp() throws HydraException, IOException {
        Batch batch = read("Hi.\n", 1, 32).batch(0);
        assertThat(batch.scored()).isBetween(2L, 8L);
        assertThat(batch.targets()[31]).isEqualTo(-1);
    }

    @Test
    void anEmptyTextIsRefused() {
        assertThatThrownBy(() -> read("\n\n", 1, 8)).isInstanceOf(InputException.class).hasMessageContaining("no text");
    }
}
