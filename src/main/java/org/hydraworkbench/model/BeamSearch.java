package org.hydraworkbench.model;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Generation.Alternative;
import org.hydraworkbench.model.Generation.Ending;
import org.jspecify.annotations.Nullable;

/**
 * Beam search with length normalisation. Each round ranks all continuations of all beams by summed log-probability and looks
 * at the best 2·beams: those among the first {@code beams} that end are finished texts, the best {@code beams} others go on.
 * It stops when the best running beam, normalised at its present length, is not above the worst finished one.
 */
final class BeamSearch {

    private final Session session;
    private final TokenTable output;
    private final GenerationOptions options;
    private final IntOpenHashSet promptIds;
    private final Progress progress;

    /** A text under way: the token added last, and what it continues. */
    private record Beam(@Nullable Beam before, int row, int id, int length, double own, double total) {

        int[] ids() {
            int[] ids = new int[length];
            Beam at = this;
            for (int i = length - 1; i >= 0 && at != null; i--) {
                ids[i] = at.id;
                at = at.before;
            }
            return ids;
        }

        double[] ownValues() {
            double[] values = new double[length];
            Beam at = this;
            for (int i = length - 1; i >= 0 && at != null; i--) {
                values[i] = at.own;
                at = at.before;
            }
            return values;
        }
    }

    private record Finished(Beam beam, double score, boolean stopped) {}

    BeamSearch(Session session, TokenTable output, GenerationOptions options, IntOpenHashSet promptIds, Progress progress) {
        this.session = session;
        this.output = output;
        this.options = options;
        this.promptIds = promptIds;
        this.progress = progress;
    }

    Generation run(TokenListener listener) throws HydraException {
        int limit = Math.min(options.maxTokens(), session.room() + 1);
        List<Beam> running = new ArrayList<>(List.of(new Beam(null, 0, -1, 0, 0, 0)));
        List<Finished> finished = new ArrayList<>();
        for (int length = 1; length <= limit; length++) {
            progress.checkCancelled();
            float[] scores = length == 1 ? session.logits(output) : advance(running);
            List<Beam> ranked = continuations(running, scores, 2 * options.beams());
            running.clear();
            for (int i = 0; i < ranked.size(); i++) {
                Beam beam = ranked.get(i);
                boolean stopped = options.stopIds().contains(beam.id());
                if ((stopped || length == limit) && i < options.beams()) {
                    keep(finished, beam, stopped);
                } else if (!stopped && running.size() < options.beams()) {
                    running.add(beam);
                }
            }
            progress.update(length, limit);
            if (running.isEmpty() || finished.size() == options.beams() && !canImprove(running.getFirst(), finished)) {
                break;
            }
        }
        return result(finished, listener);
    }

    private float[] advance(List<Beam> running) throws HydraException {
        int[] rows = running.stream().mapToInt(Beam::row).toArray();
        int[] ids = running.stream().mapToInt(Beam::id).toArray();
        session.reorder(rows);
        return session.feedRows(output, ids, output);
    }

    /** The best continuations by total, best first; each remembers the row it continues. */
    private List<Beam> continuations(List<Beam> running, float[] scores, int count) {
        int size = output.size();
        List<Beam> best = new ArrayList<>();
        for (int row = 0; row < running.size(); row++) {
            Beam beam = running.get(row);
            int start = row * size;
            Scores.logSoftmax(scores, start, size);
            if (options.repetitionPenalty() != 1) {
                IntOpenHashSet seen = new IntOpenHashSet(promptIds);
                for (int id : beam.ids()) {
                    seen.add(id);
                }
                Scores.penalise(scores, start, seen, options.repetitionPenalty());
            }
            for (int id = 0; id < size; id++) {
                double own = scores[start + id];
                double total = beam.total() + own;
                if (best.size() < count || total > best.getLast().total()) {
                    insert(best, new Beam(beam.length() == 0 ? null : beam, row, id, beam.length() + 1, own, total), count);
                }
            }
        }
        return best;
    }

    private static void insert(List<Beam> best, Beam beam, int count) {
        int at = best.size();
        while (at > 0 && best.get(at - 1).total() < beam.total()) {
            at--;
        }
        best.add(at, beam);
        if (best.size() > count) {
            best.removeLast();
        }
    }

    private void keep(List<Finished> finished, Beam beam, boolean stopped) {
        finished.add(new Finished(beam, normalised(beam.total(), beam.length()), stopped));
        finished.sort(Comparator.comparingDouble(Finished::score).reversed());
        if (finished.size() > options.beams()) {
            finished.removeLast();
        }
    }

    private boolean canImprove(Beam best, List<Finished> finished) {
        return normalised(best.total(), best.length()) > finished.getLast().score();
    }

    private double normalised(double total, int length) {
        return total / Math.pow(length, options.lengthPenalty());
    }

    private static Generation result(List<Finished> finished, TokenListener listener) throws HydraException {
        if (finished.isEmpty()) {
            return new Generation(new int[0], 0, Ending.LENGTH, List.of());
        }
        Finished best = finished.getFirst();
        int[] ids = textOf(best);
        double[] own = best.beam().ownValues();
        for (int i = 0; i < ids.length && listener.token(ids[i], own[i]); i++) {
            // The listener is told of a text that is already decided; it may only stop listening.
        }
        List<Alternative> others = finished.stream()
                .skip(1)
                .map(each -> new Alternative(textOf(each), each.beam().total(), each.score()))
                .toList();
        return new Generation(ids, best.beam().total(), best.stopped() ? Ending.STOP_TOKEN : Ending.LENGTH, others);
    }

    private static int[] textOf(Finished finished) {
        int[] ids = finished.beam().ids();
        return finished.stopped() ? Arrays.copyOf(ids, ids.length - 1) : ids;
    }
}
