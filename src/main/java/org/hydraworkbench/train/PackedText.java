package org.hydraworkbench.train;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.model.TokenTable;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * Text for language modelling: the lines of all files, each between the tokens that begin and end a text, in one long row
 * that is cut into windows. Windows come in a new order each epoch, cut at new places, so that no token is always the first.
 * The tokens are kept in memory, four bytes each.
 */
final class PackedText implements BatchSource {

    private static final int LINES_AT_ONCE = 1000;

    private final int[] tokens;
    private final int rows;
    private final int length;
    private final int windows;
    private final long seed;
    private final EpochOrder order;

    private PackedText(int[] tokens, int rows, int length, long seed) {
        this.tokens = tokens;
        this.rows = rows;
        this.length = length;
        this.windows = Math.max(1, (tokens.length - length) / length);
        this.seed = seed;
        this.order = new EpochOrder(windows, seed);
    }

    /**
     * Reads and tokenises text files.
     *
     * @throws InputException when they are missing, no UTF-8, or hold fewer than two tokens
     */
    static PackedText read(
            List<Path> files, Tokenizer tokenizer, TokenTable table, TrainOptions options, Progress progress)
            throws HydraException {
        IntArrayList tokens = new IntArrayList();
        for (Path file : files) {
            progress.message("Reading " + file);
            try (TextLines text = TextLines.open(file)) {
                List<String> lines = new ArrayList<>();
                IntArrayList numbers = new IntArrayList();
                int number = 0;
                for (String line = text.next(); line != null; line = text.next()) {
                    number++;
                    if (!line.isBlank()) {
                        lines.add(line);
                        numbers.add(number);
                    }
                    if (lines.size() == LINES_AT_ONCE) {
                        progress.checkCancelled();
                        add(tokenizer, table, file, lines, numbers, tokens);
                        progress.update(text.bytesRead(), text.bytesTotal());
                    }
                }
                add(tokenizer, table, file, lines, numbers, tokens);
            }
        }
        if (tokens.size() < 2) {
            throw InputException.in(files.getFirst(), "holds no text to train on");
        }
        return new PackedText(tokens.toIntArray(), options.batch(), options.length(), options.seed());
    }

    private static void add(
            Tokenizer tokenizer, TokenTable table, Path file, List<String> lines, IntArrayList numbers, IntArrayList tokens)
            throws HydraException {
        int[][] encoded = tokenizer.encodeIds(lines);
        for (int k = 0; k < encoded.length; k++) {
            IntArrayList document = new IntArrayList(encoded[k].length + 2);
            tokenizer.special().bos().ifPresent(document::add);
            document.addElements(document.size(), encoded[k]);
            tokenizer.special().eos().ifPresent(document::add);
            try {
                table.requireRows(document.toIntArray(), tokenizer);
            } catch (InputException e) {
                throw InputException.at(file, numbers.getInt(k), "cannot be trained on", e);
            }
            tokens.addAll(document);
        }
        lines.clear();
        numbers.clear();
    }

    @Override
    public List<Batch> batches(long index) {
        return List.of(batch(index));
    }

    Batch batch(long index) {
        int[] ids = new int[rows * length];
        int[] targets = new int[rows * length];
        for (int row = 0; row < rows; row++) {
            int start = start(index, row);
            for (int i = 0; i < length; i++) {
                // A text shorter than a window is filled up with its first token, which nothing is learnt from.
                int at = start + i;
                ids[row * length + i] = tokens[at < tokens.length ? at : 0];
                targets[row * length + i] = at + 1 < tokens.length ? tokens[at + 1] : -1;
            }
        }
        return new Batch(0, rows, length, ids, targets);
    }

    /** All tokens, in one row. */
    int[] tokens() {
        return tokens;
    }

    /** The token that sequence {@code row} of step {@code index} begins with, by its place. */
    int start(long index, int row) {
        long position = index * rows + row;
        return order.item(position) * length + offset(order.epoch(position));
    }

    /** Where the first window of an epoch begins; 0 where the text has no room for anything else. */
    private int offset(long epoch) {
        int slack = Math.min(length, tokens.length - windows * length);
        long mixed = (seed + epoch) * 0x9E3779B97F4A7C15L;
        return slack <= 1 ? 0 : (int) Long.remainderUnsigned(mixed ^ mixed >>> 29, slack);
    }

    @Override
    public String fingerprint() {
        MessageDigest digest = Hashes.sha256();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        for (int token : tokens) {
            if (!buffer.hasRemaining()) {
                digest.update(buffer.flip());
                buffer.clear();
            }
            buffer.putInt(token);
        }
        digest.update(buffer.flip());
        return Hashes.hex(digest.digest());
    }
}
