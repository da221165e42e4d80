package org.hydraworkbench.model.generation;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.model.generation.Generation.Alternative;
import org.hydraworkbench.model.generation.Generation.Ending;
import org.hydraworkbench.model.generation.Generation.Token;
import org.hydraworkbench.model.generation.Generation.TokenChance;
import org.jspecify.annotations.Nullable;

/**
 * Beam search with length normalisation. Each round ranks all continuations of all beams by summed log-probability: those among the first
 * {@code beams} that end are finished texts, the best {@code beams} others go on. {@link Beams.Until} says when it is over. Where something
 * is {@link Required}, the tokens of it are looked at too, a text without all of it does not end, and the beams that go on are the best of
 * each number of its tokens in turn.
 */
final class BeamSearch implements Search {

    private static final Comparator<Beam> BEST_FIRST = Comparator.comparingDouble(Beam::total).reversed();

    private final GenerationRequest request;
    private final GenerationOptions options;
    private final TokenListener listener;
    private final int limit;
    private final int beams;
    private final Required required;
    private final IntOpenHashSet stops;
    private final List<LogitsProcessor> penalties;
    private final int[] prompt;
    private final List<Beam> running = new ArrayList<>();
    private final List<Finished> finished = new ArrayList<>();
    private int length;

    private record Finished(Beam beam, double score, Ending ending) {

        List<Token> tokens() {
            List<Token> tokens = beam.tokens();
            return ending == Ending.STOP_TOKEN ? tokens.subList(0, tokens.size() - 1) : tokens;
        }
    }

    /**
     * @param limit at most so many tokens, at least 1
     * @param listener hears of the best text when the search is over
     */
    BeamSearch(GenerationRequest request, int limit, TokenListener listener) {
        this.request = request;
        this.options = request.options();
        this.listener = listener;
        this.limit = limit;
        this.beams = options.beams().count();
        this.required = options.required();
        this.stops = new IntOpenHashSet(options.stopIds());
        this.penalties = options.penalties().processors();
        this.prompt = penalties.isEmpty() ? new int[0] : request.text();
        StopTexts.State stopping = options.stopTexts().isNone() ? null : options.stopTexts().start(request.before());
        running.add(new Beam(null, 0, -1, 0, 0, 0, required.start(), stopping, List.of()));
    }

    @Override
    public void look(Step step, int[] rows) throws HydraException {
        length++;
        boolean last = length == limit;
        List<Beam> ranked = ended(continuations(step, rows));
        boolean lacking = last && finished.isEmpty() && ranked.stream().noneMatch(beam -> required.isMet(beam.has()));
        List<Beam> open = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            Beam beam = ranked.get(i);
            Ending ending = ending(beam);
            boolean among = i < beams || !required.isNothing();
            if (among && (ending != null || last) && (lacking || required.isMet(beam.has()))) {
                keep(beam, ending == null ? Ending.LENGTH : ending);
            } else if (ending == null) {
                open.add(beam);
            }
        }
        running.clear();
        running.addAll(required.isNothing() ? open.subList(0, Math.min(beams, open.size())) : allocated(open));
    }

    private @Nullable Ending ending(Beam beam) {
        if (stops.contains(beam.id())) {
            return Ending.STOP_TOKEN;
        }
        return beam.stopping() != null && beam.stopping().isEnded() ? Ending.STOP_TEXT : null;
    }

    /** The same beams, each with what is known of stop texts after its last token. */
    private List<Beam> ended(List<Beam> ranked) throws StateException {
        List<Beam> result = new ArrayList<>();
        for (Beam beam : ranked) {
            result.add(beam.stopping() == null ? beam : beam.withStopping(options.stopTexts().after(beam.stopping(), beam.id())));
        }
        return result;
    }

    /** Of texts by their total those that go on: the best of each number of required tokens that are there, in turn, the most first. */
    private List<Beam> allocated(List<Beam> open) {
        TreeMap<Integer, ArrayDeque<Beam>> banks = new TreeMap<>(Comparator.reverseOrder());
        open.forEach(beam -> banks.computeIfAbsent(beam.has().present(), bank -> new ArrayDeque<>()).add(beam));
        List<Beam> chosen = new ArrayList<>();
        while (chosen.size() < beams && !banks.isEmpty()) {
            for (ArrayDeque<Beam> bank : banks.values()) {
                if (chosen.size() < beams) {
                    chosen.add(bank.remove());
                }
            }
            banks.values().removeIf(ArrayDeque::isEmpty);
        }
        chosen.sort(BEST_FIRST);
        return chosen;
    }

    /**
     * The best continuations by total, best first: twice as many as beams, as many as beams that no stop token ends, and those by what is
     * required.
     */
    private List<Beam> continuations(Step step, int[] rows) {
        List<Beam> best = new ArrayList<>();
        List<Beam> open = new ArrayList<>();
        List<Beam> wanted = new ArrayList<>();
        for (int k = 0; k < running.size(); k++) {
            Beam beam = running.get(k);
            step.normalise(rows[k], request.nearest());
            List<TokenChance> likeliest = step.likeliest(rows[k], options.likeliest());
            int start = step.start(rows[k]);
            int[] text = penalties.isEmpty() ? prompt : beam.idsAfter(prompt);
            penalties.forEach(each -> each.process(step.values(), start, step.size(), text));
            Continuing from = new Continuing(beam, k, step.values(), start, step.size(), likeliest);
            from.addTo(best, open);
            if (!required.isNothing()) {
                wanted.add(from.with(from.likeliestKept()));
                required.next(beam.has()).forEach(id -> wanted.add(from.with(id)));
            }
        }
        Map<Long, Beam> each = new LinkedHashMap<>();
        Stream.of(best, open, wanted).flatMap(List::stream).forEach(beam -> each.putIfAbsent((long) beam.row() << 32 | beam.id(), beam));
        return each.values().stream().sorted(BEST_FIRST).toList();
    }

    /** A beam and the log-probabilities of what may follow it. */
    private final class Continuing {

        private final Beam beam;
        private final int row;
        private final float[] scores;
        private final int start;
        private final int size;
        private final List<TokenChance> likeliest;

        Continuing(Beam beam, int row, float[] scores, int start, int size, List<TokenChance> likeliest) {
            this.beam = beam;
            this.row = row;
            this.scores = scores;
            this.start = start;
            this.size = size;
            this.likeliest = likeliest;
        }

        void addTo(List<Beam> best, List<Beam> open) {
            for (int id = 0; id < size; id++) {
                double total = beam.total() + scores[start + id];
                boolean goesOn = isAmong(total, open, beams) && !stops.contains(id);
                if (isAmong(total, best, 2 * beams) || goesOn) {
                    Beam next = with(id);
                    insert(best, next, 2 * beams);
                    if (goesOn) {
                        insert(open, next, beams);
                    }
                }
            }
        }

        private boolean isAmong(double total, List<Beam> list, int count) {
            return list.size() < count || total > list.getLast().total();
        }

        private void insert(List<Beam> list, Beam next, int count) {
            int at = list.size();
            while (at > 0 && list.get(at - 1).total() < next.total()) {
                at--;
            }
            list.add(at, next);
            if (list.size() > count) {
                list.removeLast();
            }
        }

        /** The likeliest token by which a text loses nothing of what is required. */
        int likeliestKept() {
            int best = -1;
            for (int id = 0; id < size; id++) {
                if ((best < 0 || scores[start + id] > scores[start + best]) && required.keeps(beam.has(), id)) {
                    best = id;
                }
            }
            return Math.max(best, 0);
        }

        Beam with(int id) {
            double own = scores[start + id];
            Required.State has = required.isNothing() ? beam.has() : required.after(beam.has(), id);
            return new Beam(beam, row, id, beam.length() + 1, own, beam.total() + own, has, beam.stopping(), likeliest);
        }
    }

    private void keep(Beam beam, Ending ending) {
        finished.add(new Finished(beam, options.beams().score(beam.total(), beam.length()), ending));
        finished.sort(Comparator.comparingDouble(Finished::score).reversed());
        if (finished.size() > beams) {
            finished.removeLast();
        }
    }

    @Override
    public boolean isDone() {
        return running.isEmpty() || length == limit || finished.size() == beams && !goesOn(running.getFirst());
    }

    private boolean goesOn(Beam best) {
        double worst = finished.getLast().score();
        return switch (options.beams().until()) {
            case FULL -> false;
            case LIKELY -> options.beams().score(best.total(), best.length()) > worst;
            case CERTAIN -> options.beams().score(best.total(), options.beams().lengthPenalty() > 0 ? limit : best.length()) > worst;
        };
    }

    @Override
    public int[] sources() {
        return running.stream().mapToInt(Beam::row).toArray();
    }

    @Override
    public int[] ids() {
        return running.stream().mapToInt(Beam::id).toArray();
    }

    @Override
    public GenerationRequest request() {
        return request;
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public int length() {
        return length;
    }

    /** What was found; the listener hears of the best. */
    @Override
    public Generation result() throws HydraException {
        if (finished.isEmpty()) {
            return Generation.EMPTY;
        }
        Finished best = finished.getFirst();
        List<Token> tokens = best.tokens();
        for (Token token : tokens) {
            // The listener is told of a text that is already decided; it may only stop listening.
            if (!listener.token(token.id(), token.logProbability())) {
                break;
            }
        }
        List<Alternative> others = finished.stream()
                .skip(1)
                .map(each -> new Alternative(each.tokens().stream().mapToInt(Token::id).toArray(), each.beam().total(), each.score()))
                .toList();
        return new Generation(tokens, best.beam().total(), best.ending(), others);
    }
}
