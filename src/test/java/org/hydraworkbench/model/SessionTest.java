package org.hydraworkbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.folder.ConfigFile;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {

    private static final int[] TEXT = {1, 403, 407, 261, 378};

    @TempDir
    Path folder;

    private static Decoder decoder;
    private static TokenTable table;

    @BeforeAll
    static void load() throws HydraException {
        decoder = Decoder.load(TestModels.runtime(), TestModels.stories(), Progress.none());
        table = decoder.table();
    }

    @AfterAll
    static void close() {
        decoder.close();
    }

    @Test
    void rewindingForgetsWhatCameAfter() throws HydraException {
        try (Session session = new Session(decoder)) {
            float[] before = session.feed(table, TEXT, table);
            session.append(table, new int[] {5, 6, 7});
            session.rewind(0, TEXT.length - 1);
            float[] again = session.feed(table, new int[] {TEXT[TEXT.length - 1]}, table);
            assertThat(again).usingComparatorWithPrecision(1e-4f).containsExactly(before);
        }
    }

    @Test
    void rowsGoOnIndependently() throws HydraException {
        try (Session session = new Session(decoder)) {
            session.append(table, TEXT);
            session.reorder(0, 0, 0);
            session.appendToAll(table, 10, 20, 30);
            session.reorder(2, 0, 2);
            session.appendToAll(table, 40, 50, 60);
            float[] scores = session.logits(table);
            assertThat(row(scores, 0)).usingComparatorWithPrecision(1e-4f).containsExactly(alone(30, 40));
            assertThat(row(scores, 1)).usingComparatorWithPrecision(1e-4f).containsExactly(alone(10, 50));
            assertThat(row(scores, 2)).usingComparatorWithPrecision(1e-4f).containsExactly(alone(30, 60));
        }
    }

    /** One that is much shorter than another sees nothing of what is beside it, however much that is. */
    @Test
    void rowsMayBeOfVeryDifferentLengths() throws Exception {
        Path config = folder.resolve("config.json");
        Files.writeString(config, """
                {"model_type": "llama", "hidden_size": 16, "intermediate_size": 24, "num_hidden_layers": 2, "num_attention_heads": 4,
                 "num_key_value_heads": 2, "max_position_embeddings": 2048, "rms_norm_eps": 1e-5, "hidden_act": "silu", "vocab_size": 50}
                """);
        int[] lengths = {3, 1200, 700, 1};
        try (Decoder random = Decoder.random(TestModels.runtime(), DecoderConfig.of(ConfigFile.read(config)), 5);
                Session session = new Session(random)) {
            TokenTable own = random.table();
            for (int row = 0; row < lengths.length; row++) {
                int number = row;
                int[] text = IntStream.range(0, lengths[row]).map(i -> (i * 7 + number) % 50).toArray();
                session.read(row == 0 ? 0 : session.addRow(), List.of(new PromptPart(own, text)));
            }
            for (int step = 0; step < 3; step++) {
                session.appendToAll(own, 5, 6, 7, 8 + step);
            }
            float[] scores = session.logits(own);
            for (int row = 0; row < lengths.length; row++) {
                int number = row;
                try (Session alone = new Session(random)) {
                    alone.append(own, IntStream.range(0, lengths[row]).map(i -> (i * 7 + number) % 50).toArray());
                    int[] more = row == 3 ? new int[] {8, 9, 10} : new int[] {5 + row, 5 + row, 5 + row};
                    float[] expected = alone.feed(own, more, own);
                    float[] made = Arrays.copyOfRange(scores, row * own.size(), (row + 1) * own.size());
                    assertThat(made).as("row %d", row).usingComparatorWithPrecision(1e-4f).containsExactly(expected);
                }
                assertThat(session.length(row)).isEqualTo(lengths[row] + 3);
            }
        }
    }

    @Test
    void theCacheGrowsWithTheText() throws HydraException {
        int[] text = new int[300];
        Arrays.setAll(text, i -> 3 + i * 7 % 500);
        try (Session atOnce = new Session(decoder);
                Session inPieces = new Session(decoder)) {
            float[] expected = atOnce.feed(table, text, table);
            for (int at = 0; at < text.length; at += 50) {
                inPieces.append(table, Arrays.copyOfRange(text, at, at + 50));
            }
            assertThat(inPieces.logits(table)).usingComparatorWithPrecision(1e-4f).containsExactly(expected);
        }
    }

    @Test
    void aFullContextIsRefusedInASentence() throws HydraException {
        try (Session session = new Session(decoder)) {
            session.append(table, new int[512]);
            assertThatThrownBy(() -> session.append(table, new int[] {5}))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("513")
                    .hasMessageContaining("512");
        }
    }

    @Test
    void eachTokenMayBeReadThroughAnotherTable() throws HydraException {
        try (TokenTable other = TokenTable.random(decoder.runtime(), decoder.config(), 3);
                Session mixed = new Session(decoder);
                Session plain = new Session(decoder)) {
            float[] before = plain.feed(table, TEXT, table);
            // Rows of the other table that are copies of the first table's read alike.
            other.setRows(new int[] {100, 101}, table.inputRows(TEXT[1], TEXT[2]), new float[0]);
            mixed.append(table, new int[] {TEXT[0]});
            mixed.append(other, new int[] {100, 101});
            float[] scores = mixed.feed(table, Arrays.copyOfRange(TEXT, 3, TEXT.length), table);
            assertThat(scores).usingComparatorWithPrecision(1e-4f).containsExactly(before);
        }
    }

    @Test
    void replacedRowsActOnTheNextToken() throws HydraException {
        try (Decoder own = Decoder.load(TestModels.runtime(), TestModels.stories(), Progress.none());
                Session session = new Session(own)) {
            float[] before = session.feed(own.table(), TEXT, own.table());
            float[] row = own.table().headRows(42);
            for (int i = 0; i < row.length; i++) {
                row[i] *= 2;
            }
            own.table().setRows(new int[] {42}, row, row);
            float[] after = session.logits(own.table());
            assertThat(after[42]).isCloseTo(2 * before[42], org.assertj.core.api.Assertions.within(1e-4f));
            assertThat(after[43]).isEqualTo(before[43]);
        }
    }

    @Test
    void aTokenOutsideTheTableIsRefused() throws Exception {
        try (Session session = new Session(decoder)) {
            assertThatThrownBy(() -> session.append(table, new int[] {512})).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static float[] row(float[] scores, int row) {
        return Arrays.copyOfRange(scores, row * table.size(), (row + 1) * table.size());
    }

    private static float[] alone(int... more) throws HydraException {
        try (Session session = new Session(decoder)) {
            session.append(table, TEXT);
            return session.feed(table, more, table);
        }
    }
}
