package org.hydraworkbench.train;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.BitextFiles;
import org.hydraworkbench.tokenizer.Merges;
import org.jspecify.annotations.Nullable;

/**
 * Sentence pairs in a prompt template: one pair a row, filled up to the longest of the batch. Only the translation and what
 * follows it is to be predicted. Pairs that do not fit into the length are left out. Directions take turns from row to row, and each
 * goes through all pairs in an {@linkplain StepOrder order} of its own.
 */
final class BitextExamples implements BatchSource {

    /** For each direction the example of each pair. */
    private final List<List<Example>> examples;
    private final List<StepOrder> orders = new ArrayList<>();
    private final List<ExampleEncoder> encoders;
    private final @Nullable Merges merges;
    private final double bpeDropout;
    private final int length;
    private final double wordDropout;
    private final long seed;

    private BitextExamples(List<List<Example>> examples, List<ExampleEncoder> encoders, TrainOptions options) throws HydraException {
        this.examples = examples;
        this.encoders = List.copyOf(encoders);
        this.bpeDropout = options.regularisation().bpeDropout();
        this.merges = bpeDropout > 0 ? encoders.getFirst().fresh().merges() : null;
        this.length = options.length();
        this.wordDropout = options.regularisation().wordDropout();
        this.seed = options.seed();
        int directions = examples.size();
        for (int direction = 0; direction < directions; direction++) {
            int[] lengths = examples.get(direction).stream().mapToInt(example -> example.tokens().length).toArray();
            long others = directions - 1L - direction;
            orders.add(new StepOrder(
                    lengths, options.seed() + direction, step -> Math.floorDiv(step * options.batch() + others, directions)));
        }
    }

    /**
     * Reads and tokenises a bitext, source first.
     *
     * @param synthetic another one, of pairs made by translating; beside it each pair of the first comes as often as makes them half as many,
     *     so that what people translated is not drowned. Null for none
     * @param encoders for each direction
     * @throws InputException when one cannot be read, is empty, or no pair of it fits into the length
     */
    static BitextExamples read(
            BitextFiles bitext, @Nullable BitextFiles synthetic, List<ExampleEncoder> encoders, TrainOptions options, Progress progress)
            throws HydraException {
        List<List<Example>> examples = read(bitext, encoders, options, progress);
        if (synthetic != null) {
            List<List<Example>> made = read(synthetic, encoders, options, progress);
            long times = Math.max(1, Math.round(made.getFirst().size() / (2.0 * examples.getFirst().size())));
            for (int d = 0; d < made.size(); d++) {
                List<Example> real = List.copyOf(examples.get(d));
                for (long k = 1; k < times; k++) {
                    examples.get(d).addAll(real);
                }
                examples.get(d).addAll(made.get(d));
            }
        }
        return new BitextExamples(examples, encoders, options);
    }

    private static List<List<Example>> read(BitextFiles bitext, List<ExampleEncoder> encoders, TrainOptions options, Progress progress)
            throws HydraException {
        List<List<Example>> examples = new ArrayList<>();
        encoders.forEach(encoder -> examples.add(new ArrayList<>()));
        FittingPairs.read(bitext, encoders, options.length(), progress, (pair, both) -> {
            for (int d = 0; d < both.size(); d++) {
                examples.get(d).add(both.get(d));
            }
        });
        return examples;
    }

    @Override
    public List<Batch> batches(long index) {
        List<Batch> batches = new ArrayList<>();
        for (int direction = 0; direction < orders.size(); direction++) {
            List<Example> all = examples.get(direction);
            List<Example> chosen = Arrays.stream(orders.get(direction).items(index)).mapToObj(all::get).toList();
            if (!chosen.isEmpty()) {
                SplittableRandom random = new SplittableRandom(seed + Directions.MOST * index + direction);
                Batch batch = batch(direction, merges == null ? chosen : split(merges, chosen, encoders.get(direction).there(), random));
                if (wordDropout > 0) {
                    leaveOut(batch, random);
                }
                batches.add(batch);
            }
        }
        return batches;
    }

    /** Leaves merges of the new language's tokens out; what becomes too long stays as it is. */
    private List<Example> split(Merges merges, List<Example> chosen, boolean there, SplittableRandom random) {
        List<Example> split = new ArrayList<>();
        IntArrayList parts = new IntArrayList();
        for (Example example : chosen) {
            IntArrayList tokens = new IntArrayList();
            int firstScored = 0;
            for (int at = 0; at < example.tokens().length; at++) {
                if (at == example.firstScored()) {
                    firstScored = tokens.size();
                }
                int token = example.tokens()[at];
                if (token >= 0 == there) {
                    parts.clear();
                    merges.split(there ? token : ~token, bpeDropout, random, parts);
                    parts.forEach((int part) -> tokens.add(there ? part : ~part));
                } else {
                    tokens.add(token);
                }
            }
            split.add(tokens.size() > length + 1 ? example : new Example(tokens.toIntArray(), firstScored));
        }
        return split;
    }

    /** Has tokens not be read, of any table; the first of a row, which begins the text, is. */
    private void leaveOut(Batch batch, SplittableRandom random) {
        int positions = batch.rows() * batch.length();
        for (int at = 0; at < positions; at++) {
            if (at % batch.length() > 0 && random.nextDouble() < wordDropout) {
                for (int table = 0; table < batch.tables(); table++) {
                    batch.ids()[table * positions + at] = -1;
                }
            }
        }
    }

    private static Batch batch(int direction, List<Example> chosen) {
        int rows = chosen.size();
        int length = 1;
        for (Example example : chosen) {
            length = Math.max(length, example.tokens().length - 1);
        }
        int[] ids = new int[2 * rows * length];
        int[] targets = new int[rows * length];
        Arrays.fill(ids, rows * length, ids.length, -1);
        Arrays.fill(targets, -1);
        for (int row = 0; row < rows; row++) {
            int[] tokens = chosen.get(row).tokens();
            for (int i = 0; i + 1 < tokens.length; i++) {
                int at = row * length + i;
                int token = tokens[i];
                ids[at] = token >= 0 ? token : -1;
                ids[rows * length + at] = token >= 0 ? -1 : ~token;
                int next = tokens[i + 1];
                if (i + 1 >= chosen.get(row).firstScored() && next >= 0) {
                    targets[at] = next;
                }
            }
        }
        return new Batch(direction, rows, length, ids, targets);
    }

    @Override
    public String fingerprint() {
        MessageDigest digest = Hashes.sha256();
        for (List<Example> direction : examples) {
            for (Example example : direction) {
                ByteBuffer buffer = ByteBuffer.allocate(4 * (example.tokens().length + 2));
                buffer.putInt(example.tokens().length).putInt(example.firstScored());
                buffer.asIntBuffer().put(example.tokens());
                digest.update(buffer.array());
            }
        }
        return Hashes.hex(digest.digest());
    }
}
