package org.hydraworkbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final int[] TEXT = {1, 403, 407, 261, 378};

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
            session.rewind(TEXT.length - 1);
            float[] again = session.feed(table, new int[] {TEXT[TEXT.length - 1]}, table);
            assertThat(again).usingComparatorWithPrecision(1e-4f).containsExactly(before);
        }
    }

    @Test
    void rowsGoOnIndependently() throws HydraException {
        try (Session session = new Session(decoder)) {
            session.append(table, TEXT);
            session.reorder(0, 0, 0);
            session.feedRows(table, new int[] {10, 20, 30}, table);
            session.reorder(2, 0, 2);
            float[] scores = session.feedRows(table, new int[] {40, 50, 60}, table);
            assertThat(row(scores, 0)).usingComparatorWithPrecision(1e-4f).containsExactly(alone(30, 40));
            assertThat(row(scores, 1)).usingComparatorWithPrecision(1e-4f).containsExactly(alone(10, 50));
            assertThat(row(scores, 2)).usingComparatorWithPrecision(1e-4f).containsExactly(alone(30, 60));
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

    @Test
    void cancellingEndsGenerationBetweenTokens() {
        CancelAfter progress = new CancelAfter();
        assertThatThrownBy(() -> Generator.generate(
                        decoder,
                        List.of(new PromptPart(table, TEXT)),
                        table,
                        GenerationOptions.greedy(100),
                        (id, logProbability) -> {
                            progress.cancelled = true;
                            return true;
                        },
                        progress))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void theListenerMayEndTheText() throws HydraException {
        Generation result = Generator.generate(
                decoder,
                List.of(new PromptPart(table, TEXT)),
                table,
                GenerationOptions.greedy(100),
                (id, logProbability) -> false,
                Progress.none());
        assertThat(result.ids()).hasSize(1);
        assertThat(result.ending()).isEqualTo(Generation.Ending.LISTENER);
    }

    @Test
    void theSameSeedDrawsTheSameText() throws HydraException {
        GenerationOptions options = GenerationOptions.greedy(30).withSampling(1, 0, 1).withSeed(7);
        assertThat(draw(options)).containsExactly(draw(options));
        assertThat(draw(options)).isNotEqualTo(draw(options.withSeed(8)));
    }

    private static int[] draw(GenerationOptions options) throws HydraException {
        return Generator.generate(
                        decoder, List.of(new PromptPart(table, TEXT)), table, options, TokenListener.none(), Progress.none())
                .ids();
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

    private static final class CancelAfter implements Progress {
        private boolean cancelled;

        @Override
        public void update(long done, long total) {}

        @Override
        public void message(String text) {}

        @Override
        public void log(String line) {}

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
