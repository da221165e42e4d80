package org.hydraworkbench.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.Targets;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;

/**
 * How surprised a decoder is by documents: the total negative log-likelihood of each, in nats. The first token of a document
 * (usually the one that begins a text) is read but not scored. A document longer than the context is read in windows that
 * overlap by half; each token is scored once, in the first window that holds it.
 */
public final class Scorer {

    /** Positions that are scored in one go, padding included. */
    private static final int BATCH_POSITIONS = 4096;

    private final Decoder body;
    private final TokenTable table;

    /** Reads and predicts through {@code table}. */
    public Scorer(Decoder body, TokenTable table) {
        this.body = body;
        this.table = table;
    }

    /**
     * A stretch of a document.
     *
     * @param document which
     * @param from first position that is read
     * @param end position after the last that is read; {@code end} itself is the last that is predicted
     * @param firstScored first position that counts as predicted here
     */
    private record Window(int document, int from, int end, int firstScored) {
        int length() {
            return end - from;
        }
    }

    /** The total of one document. */
    public double nll(int[] document) throws HydraException {
        return nll(List.of(document), Progress.none())[0];
    }

    /**
     * The totals of documents.
     *
     * @param documents token ids with whatever begins and ends a text
     */
    public double[] nll(List<int[]> documents, Progress progress) throws HydraException {
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            addWindows(i, documents.get(i).length, windows);
        }
        windows.sort(Comparator.comparingInt(Window::length).thenComparingInt(Window::document));
        double[] totals = new double[documents.size()];
        int done = 0;
        while (done < windows.size()) {
            progress.checkCancelled();
            int end = done + 1;
            while (end < windows.size()
                    && windows.get(end).length() * (end + 1 - done) <= BATCH_POSITIONS
                    && body.config().positions().alike(windows.get(done).length(), windows.get(end).length())) {
                end++;
            }
            score(documents, windows.subList(done, end), totals, progress);
            done = end;
            progress.update(done, windows.size());
        }
        return totals;
    }

    private void addWindows(int document, int size, List<Window> windows) {
        int context = body.config().contextLength();
        int scored = 1;
        for (int from = 0; scored < size; from += Math.max(1, context / 2)) {
            int end = Math.min(from + context, size - 1);
            windows.add(new Window(document, from, end, scored));
            scored = end + 1;
        }
    }

    private void score(List<int[]> documents, List<Window> batch, double[] totals, Progress progress) throws HydraException {
        int width = batch.getLast().length();
        int[] ids = new int[batch.size() * width];
        long[] targets = new long[ids.length];
        Arrays.fill(targets, -1);
        for (int b = 0; b < batch.size(); b++) {
            Window window = batch.get(b);
            int[] document = documents.get(window.document());
            for (int i = 0; i < window.length(); i++) {
                ids[b * width + i] = document[window.from() + i];
                if (window.from() + i + 1 >= window.firstScored()) {
                    targets[b * width + i] = document[window.from() + i + 1];
                }
            }
        }
        try (TensorScope scope = body.scope().child()) {
            Tensor x = DecoderKernel.embed(scope, table.input(), scope.ids(ids, batch.size(), width), body.shape());
            x = body.placed(scope, x, IntStream.range(0, width).toArray(), 1);
            x = WholeSequences.run(body, scope, x, batch.size(), width, progress);
            float[] losses =
                    DecoderKernel.nll(scope, x, Targets.of(scope, targets), body.norm(), table.head(), body.shape()).floats();
            for (int b = 0; b < batch.size(); b++) {
                double total = 0;
                for (int i = 0; i < width; i++) {
                    total += losses[b * width + i];
                }
                totals[batch.get(b).document()] += total;
            }
        }
    }
}
