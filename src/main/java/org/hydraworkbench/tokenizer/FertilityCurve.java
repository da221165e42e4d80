package org.hydraworkbench.tokenizer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.QuietProgress;
import org.hydraworkbench.base.UsageException;

/**
 * What different vocabulary sizes would cost: for each a tokenizer is trained on nineteen of twenty lines and measured on the
 * rest, which it has not seen.
 *
 * @param points by growing size; a text that offers too few pieces ends the curve early
 */
public record FertilityCurve(List<Point> points) {

    /** The gain in tokens below which doubling the vocabulary is not worth its rows: five in a hundred. */
    public static final double WORTH_DOUBLING = 0.05;

    private static final int HELD_OUT = 20;

    /**
     * One size.
     *
     * @param size pieces in the vocabulary
     * @param statistics on the lines that were held out
     */
    public record Point(int size, TokenizerStatistics statistics) {}

    public FertilityCurve {
        points = List.copyOf(points);
    }

    /** 1,000 to 32,000, doubling. */
    public static List<Integer> usualSizes() {
        return List.of(1_000, 2_000, 4_000, 8_000, 16_000, 32_000);
    }

    /**
     * Measures the curve.
     *
     * @param lines the text; at least 20 lines
     * @param options everything but the size
     * @param sizes growing
     * @throws UsageException when there are too few lines, or every size is too small for the text's characters
     */
    public static FertilityCurve measure(
            List<String> lines, TokenizerTrainer.Options options, List<Integer> sizes, Progress progress)
            throws HydraException {
        if (lines.size() < HELD_OUT) {
            throw new UsageException("A curve needs at least " + HELD_OUT + " lines of text; there are " + lines.size() + ".");
        }
        List<String> training = new ArrayList<>();
        List<String> held = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            (i % HELD_OUT == HELD_OUT - 1 ? held : training).add(lines.get(i));
        }
        List<Point> points = new ArrayList<>();
        UsageException tooSmall = null;
        for (int i = 0; i < sizes.size(); i++) {
            progress.checkCancelled();
            progress.update(i, sizes.size());
            progress.message("Training " + sizes.get(i) + " tokens");
            try {
                if (add(points, training, held, options.withVocabularySize(sizes.get(i)), progress)) {
                    break;
                }
            } catch (UsageException e) {
                // The characters of the text alone need more room: the curve begins with a larger vocabulary.
                progress.log(e.getMessage());
                tooSmall = e;
            }
        }
        if (points.isEmpty() && tooSmall != null) {
            throw tooSmall;
        }
        return new FertilityCurve(points);
    }

    /** Whether the text offered fewer pieces than asked for, so that larger sizes give the same. */
    private static boolean add(
            List<Point> points, List<String> training, List<String> held, TokenizerTrainer.Options options, Progress progress)
            throws HydraException {
        Path folder = Folders.temporary("hydra-fertility");
        try {
            Path out = folder.resolve("tokenizer");
            boolean isShort = TokenizerTrainer.train(training.stream(), options, out, new QuietProgress(progress)).isShort();
            try (Tokenizer tokenizer = Tokenizer.load(out)) {
                points.add(new Point(tokenizer.size(), TokenizerStatistics.measure(tokenizer, held, progress)));
            }
            return isShort;
        } finally {
            Folders.delete(folder);
        }
    }

    /**
     * The size to propose: the smallest whose doubling would save less than {@link #WORTH_DOUBLING} of the tokens, or the
     * largest measured. Every piece needs a row that is learned from evidence, so a vocabulary should not be larger than it
     * helps.
     */
    public int proposedSize() {
        for (int i = 0; i + 1 < points.size(); i++) {
            double now = points.get(i).statistics().tokensPerWord();
            double doublings = Math.log((double) points.get(i + 1).size() / points.get(i).size()) / Math.log(2);
            double saved = 1 - points.get(i + 1).statistics().tokensPerWord() / now;
            if (saved < WORTH_DOUBLING * doublings) {
                return points.get(i).size();
            }
        }
        return points.getLast().size();
    }
}
