package org.hydraworkbench.model;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Generation.Alternative;
import org.hydraworkbench.model.Generation.Ending;
import org.jspecify.annotations.Nullable;

/**
 * Beam search with length normalisation. Each round ranks all continuations of all beams by summed log-probability and looks
 * at the best 2·beams: those among the first {@code beams} that end are finished texts, the best {@code beams} others go on.
 * It stops when the best running beam, normalised at its present length, is not above the worst finished one. Several searches after the
 * same prompt may go on together, as rows of one session. Where something is {@link Required}, the tokens of it are looked at too, a text
 * without all of it does not end, and the beams that go on are the best of each number of its tokens in turn.
 */
final class BeamSearch {

    private final TokenTable output;
    private final GenerationOptions options;
    private final IntOpenHashSet promptIds;
    private final @Nullable NearestTokens nearest;
    private final Required required;
    private final List<Beam> running = new ArrayList<>();
    private final List<Finished> finished = new ArrayList<>();

    /** A text under way: the token added last, and what it continues. */
    private record Beam(@Nullable Beam before, int row, int id, int length, double own, double total, Required.State has) {

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

    /**
     * @param promptIds tokens of {@code output} that were read
     * @param nearest shares in what comes next; null for nothing
     */
    BeamSearch(TokenTable output, GenerationOptions options, IntOpenHashSet promptIds, @Nullable NearestTokens nearest) {
        this.output = output;
        this.options = options;
        this.promptIds = promptIds;
        this.nearest = nearest;
        this.required = options.required();
        running.add(new Beam(null, 0, -1, 0, 0, 0, required.start()));
    }

    /** Does all of them, of one output table, after what {@code session} has read in its one row. */
    static void run(Session session, List<BeamSearch> searches, Progress progress) throws HydraException {
        TokenTable output = searches.getFirst().output;
        int limit = Math.min(searches.getFirst().options.maxTokens(), session.room() + 1);
        List<BeamSearch> going = new ArrayList<>(searches);
        for (int length = 1; length <= limit && !going.isEmpty(); length++) {
            progress.checkCancelled();
            boolean first = length == 1;
            float[] scores = first ? session.logits(output) : advance(session, going);
            float[] states = going.stream().anyMatch(each -> each.nearest != null) ? session.states() : new float[0];
            int width = states.length / session.rows();
            int row = 0;
            for (BeamSearch each : going) {
                // All begin with the one row of the prompt, whose scores each changes.
                float[] own = first && going.size() > 1 ? scores.clone() : scores;
                int rows = each.running.size();
                each.look(own, states, first ? 0 : row, width, length == limit);
                row += rows;
            }
            going.removeIf(BeamSearch::isDone);
            progress.update(length, limit);
        }
    }

    private static float[] advance(Session session, List<BeamSearch> going) throws HydraException {
        List<Beam> beams = going.stream().flatMap(each -> each.running.stream()).toList();
        session.reorder(beams.stream().mapToInt(Beam::row).toArray());
        return session.feedRows(going.getFirst().output, beams.stream().mapToInt(Beam::id).toArray(), going.getFirst().output);
    }

    /**
     * Goes on by a token.
     *
     * @param firstRow of its beams, one after the other
     * @param last whether there is no room for more
     */
    private void look(float[] scores, float[] states, int firstRow, int width, boolean last) {
        List<Beam> ranked = continuations(scores, states, firstRow, width, 2 * options.beams());
        boolean lacking = last && finished.isEmpty() && ranked.stream().noneMatch(beam -> required.isMet(beam.has));
        List<Beam> open = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            Beam beam = ranked.get(i);
            boolean stopped = options.stopIds().contains(beam.id());
            boolean among = i < options.beams() || !required.isNothing();
            if (among && (stopped || last) && (lacking || required.isMet(beam.has))) {
                keep(beam, stopped);
            } else if (!stopped) {
                open.add(beam);
            }
        }
        running.clear();
        running.addAll(required.isNothing() ? open.subList(0, Math.min(options.beams(), open.size())) : allocated(open));
    }

    /** Of texts by their total those that go on: the best of each number of required tokens that are there, in turn, the most first. */
    private List<Beam> allocated(List<Beam> open) {
        TreeMap<Integer, ArrayDeque<Beam>> banks = new TreeMap<>(Comparator.reverseOrder());
        open.forEach(beam -> banks.computeIfAbsent(beam.has.present(), bank -> new ArrayDeque<>()).add(beam));
        List<Beam> chosen = new ArrayList<>();
        while (chosen.size() < options.beams() && !banks.isEmpty()) {
            for (ArrayDeque<Beam> bank : banks.values()) {
                if (chosen.size() < options.beams()) {
                    chosen.add(bank.remove());
                }
            }
            banks.values().removeIf(ArrayDeque::isEmpty);
        }
        chosen.sort(Comparator.comparingDouble(Beam::total).reversed());
        return chosen;
    }

    private boolean isDone() {
        return running.isEmpty() || finished.size() == options.beams() && !canImprove(running.getFirst());
    }

    /**
     * The best continuations by total, best first, and those by what is required; each remembers the row it continues.
     *
     * @param width of a state
     */
    private List<Beam> continuations(float[] scores, float[] states, int firstRow, int width, int count) {
        int size = output.size();
        List<Beam> best = new ArrayList<>();
        List<Beam> wanted = new ArrayList<>();
        for (int k = 0; k < running.size(); k++) {
            Beam beam = running.get(k);
            int row = firstRow + k;
            int start = row * size;
            Scores.logSoftmax(scores, start, size);
            if (nearest != null) {
                nearest.mix(scores, start, size, states, row * width);
            }
            if (options.repetitionPenalty() != 1) {
                IntOpenHashSet seen = new IntOpenHashSet(promptIds);
                for (int id : beam.ids()) {
                    seen.add(id);
                }
                Scores.penalise(scores, start, seen, options.repetitionPenalty());
            }
            for (int id = 0; id < size; id++) {
                if (best.size() < count || beam.total() + scores[start + id] > best.getLast().total()) {
                    insert(best, continued(beam, row, id, scores[start + id]), count);
                }
            }
            if (!required.isNothing()) {
                wanted.add(likeliest(beam, row, scores, start));
                required.next(beam.has).forEach(id -> wanted.add(continued(beam, row, id, scores[start + id])));
            }
        }
        for (Beam each : wanted) {
            if (best.stream().noneMatch(other -> other.row() == each.row() && other.id() == each.id())) {
                best.add(each);
            }
        }
        if (!wanted.isEmpty()) {
            best.sort(Comparator.comparingDouble(Beam::total).reversed());
        }
        return best;
    }

    /** The likeliest continuation by which a text loses nothing of what is required. */
    private Beam likeliest(Beam beam, int row, float[] scores, int start) {
        int best = -1;
        for (int id = 0; id < output.size(); id++) {
            if ((best < 0 || scores[start + id] > scores[start + best]) && required.keeps(beam.has, id)) {
                best = id;
            }
        }
        best = Math.max(best, 0);
        return continued(beam, row, best, scores[start + best]);
    }

    private Beam continued(Beam beam, int row, int id, double own) {
        Required.State has = required.isNothing() ? beam.has : required.after(beam.has, id);
        return new Beam(beam.length() == 0 ? null : beam, row, id, beam.length() + 1, own, beam.total() + own, has);
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

    private void keep(Beam beam, boolean stopped) {
        finished.add(new Finished(beam, normalised(beam.total(), beam.length()), stopped));
        finished.sort(Comparator.comparingDouble(Finished::score).reversed());
        if (finished.size() > options.beams()) {
            finished.removeLast();
        }
    }

    private boolean canImprove(Beam best) {
        return normalised(best.total(), best.length()) > finished.getLast().score();
    }

    private double normalised(double total, int length) {
        return total / Math.pow(length, options.lengthPenalty());
    }

    /** What was found; the listener hears of the best. */
    Generation result(TokenListener listener) throws HydraException {
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
