package org.hydraworkbench.train;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.BitextFiles;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.hydra.PromptRun;
import org.hydraworkbench.hydra.TemplateEncoder;
import org.hydraworkbench.text.Side;

/**
 * Sentence pairs in a prompt template: one pair a row, filled up to the longest of the batch. Only the translation and what
 * follows it is to be predicted. Pairs that do not fit into the length are left out.
 */
final class BitextExamples implements BatchSource {

    private final List<Example> examples;
    private final int rows;
    private final EpochOrder order;

    /**
     * One pair.
     *
     * @param tokens of the target's table as they are, of the source's table as their complement (negative)
     * @param firstScored the first that is to be predicted
     */
    private record Example(int[] tokens, int firstScored) {}

    private BitextExamples(List<Example> examples, TrainOptions options) {
        this.examples = examples;
        this.rows = options.batch();
        this.order = new EpochOrder(examples.size(), options.seed());
    }

    /**
     * Reads and tokenises a bitext, source first.
     *
     * @throws InputException when it cannot be read, is empty, or no pair fits into the length
     */
    static BitextExamples read(BitextFiles bitext, TemplateEncoder encoder, TrainOptions options, Progress progress)
            throws HydraException {
        progress.message("Reading " + bitext.source());
        List<Example> examples = new ArrayList<>();
        long tooLong = 0;
        long number = 0;
        try (BitextReader reader = Bitexts.open(bitext)) {
            SentencePair pair = reader.next();
            if (pair == null) {
                throw reader.nothing();
            }
            for (; pair != null; pair = reader.next()) {
                progress.checkCancelled();
                number++;
                Example example;
                try {
                    example = example(encoder.example(pair.source(), pair.target()));
                } catch (InputException e) {
                    throw InputException.in(bitext.source(), "pair " + number + " cannot be trained on", e);
                }
                if (example.tokens.length > options.length() + 1) {
                    tooLong++;
                } else if (example.firstScored < example.tokens.length) {
                    examples.add(example);
                }
                progress.update(reader.bytesRead(), reader.bytesTotal());
            }
            reader.notes().forEach(progress::log);
        }
        if (tooLong > 0) {
            progress.log(tooLong + " pairs are longer than " + options.length() + " tokens and left out.");
        }
        if (examples.isEmpty()) {
            throw InputException.in(bitext.source(), "holds no pair that fits into " + options.length() + " tokens");
        }
        return new BitextExamples(examples, options);
    }

    private static Example example(List<PromptRun> runs) {
        IntArrayList tokens = new IntArrayList();
        int firstScored = Integer.MAX_VALUE;
        for (PromptRun run : runs) {
            if (run.scored()) {
                firstScored = Math.min(firstScored, tokens.size());
            }
            for (int id : run.ids()) {
                tokens.add(run.side() == Side.TARGET ? id : ~id);
            }
        }
        return new Example(tokens.toIntArray(), firstScored);
    }

    @Override
    public Batch batch(long index) {
        List<Example> chosen = new ArrayList<>();
        int length = 1;
        for (int row = 0; row < rows; row++) {
            Example example = examples.get(order.item(index * rows + row));
            chosen.add(example);
            length = Math.max(length, example.tokens.length - 1);
        }
        int[] ids = new int[2 * rows * length];
        int[] targets = new int[rows * length];
        Arrays.fill(ids, rows * length, ids.length, -1);
        Arrays.fill(targets, -1);
        for (int row = 0; row < rows; row++) {
            Example example = chosen.get(row);
            for (int i = 0; i + 1 < example.tokens.length; i++) {
                int at = row * length + i;
                int token = example.tokens[i];
                ids[at] = token >= 0 ? token : -1;
                ids[rows * length + at] = token >= 0 ? -1 : ~token;
                int next = example.tokens[i + 1];
                if (i + 1 >= example.firstScored && next >= 0) {
                    targets[at] = next;
                }
            }
        }
        return new Batch(rows, length, ids, targets);
    }

    @Override
    public String fingerprint() {
        MessageDigest digest = Hashes.sha256();
        for (Example example : examples) {
            ByteBuffer buffer = ByteBuffer.allocate(4 * (example.tokens.length + 2));
            buffer.putInt(example.tokens.length).putInt(example.firstScored);
            buffer.asIntBuffer().put(example.tokens);
            digest.update(buffer.array());
        }
        return Hashes.hex(digest.digest());
    }
}
