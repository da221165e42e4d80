package org.hydraworkbench.model.generation;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Session;
import org.hydraworkbench.model.TokenTable;

/** Some prompts that are continued over the rows of one session; where one has ended, the next takes its place. */
final class Batch {

    private final Session session;
    private final TokenTable output;
    private final int most;
    private final int all;
    private final TokenListener listener;
    private final Deque<GenerationRequest> waiting;
    private final List<Going> going = new ArrayList<>();
    private int begun;

    /** A request that is under way, and where its rows are in the session. */
    private static final class Going {

        private final int number;
        private final Search search;
        private int[] rows;

        Going(int number, Search search, int row) {
            this.number = number;
            this.search = search;
            this.rows = new int[] {row};
        }
    }

    /**
     * @param requests at least one, all of one output table
     * @param most at most so many at a time
     * @param listener hears of the tokens of all
     */
    Batch(Session session, List<GenerationRequest> requests, int most, TokenListener listener) {
        this.session = session;
        this.output = requests.getFirst().output();
        this.most = most;
        this.all = requests.size();
        this.listener = listener;
        this.waiting = new ArrayDeque<>(requests);
        if (most < 1 || requests.stream().anyMatch(request -> request.output() != output)) {
            throw new IllegalArgumentException("a batch of " + most + ", or of several output tables");
        }
    }

    void run(Generator.Taker taker, Progress progress) throws HydraException {
        session.keepNearest(waiting.getFirst().prompt());
        do {
            progress.checkCancelled();
            while (going.size() < most && !waiting.isEmpty()) {
                begin(taker);
            }
            if (!going.isEmpty()) {
                goOn();
                end(taker);
            }
            tell(progress);
        } while (!going.isEmpty() || !waiting.isEmpty());
    }

    /** Reads the next prompt, which takes a row that nothing goes on in. */
    private void begin(Generator.Taker taker) throws HydraException {
        GenerationRequest request = waiting.remove();
        int row = free();
        session.read(row, request.prompt());
        int limit = Math.min(request.options().maxTokens(), session.room(row) + 1);
        if (limit == 0) {
            taker.take(begun++, Generation.EMPTY);
            return;
        }
        Search search = request.options().searches()
                ? new BeamSearch(request, limit, listener)
                : new TokenByToken(request, limit, listener);
        Going next = new Going(begun++, search, row);
        // Of what was read last, the scores are those of this row alone.
        search.look(step(List.of(request)), new int[] {0});
        if (search.isDone()) {
            taker.take(next.number, search.result());
        } else {
            going.add(next);
        }
    }

    private int free() {
        IntArrayList taken = new IntArrayList();
        going.forEach(each -> taken.addElements(taken.size(), each.rows));
        for (int row = 0; row < session.rows(); row++) {
            if (!taken.contains(row)) {
                return row;
            }
        }
        return session.addRow();
    }

    /** A token more for all. */
    private void goOn() throws HydraException {
        int[] sources = going.stream().flatMapToInt(each -> Arrays.stream(each.search.sources()).map(k -> each.rows[k])).toArray();
        int[] places = places(sources);
        int[] order = new int[sources.length];
        int[] ids = new int[sources.length];
        int at = 0;
        for (Going each : going) {
            int[] own = each.search.ids();
            each.rows = Arrays.copyOfRange(places, at, at + own.length);
            for (int k = 0; k < own.length; k++) {
                ids[places[at]] = own[k];
                order[places[at]] = sources[at++];
            }
        }
        session.reorder(order);
        session.appendToAll(output, ids);
        Step step = step(going.stream().map(each -> each.search.request()).toList());
        for (Going each : going) {
            each.search.look(step, each.rows);
        }
    }

    /** Gives each that continues a row its place among all: the same row where that is possible, so that little is copied. */
    private static int[] places(int[] sources) {
        int[] places = new int[sources.length];
        boolean[] taken = new boolean[sources.length];
        for (int k = 0; k < sources.length; k++) {
            boolean stays = sources[k] < taken.length && !taken[sources[k]];
            places[k] = stays ? sources[k] : -1;
            if (stays) {
                taken[sources[k]] = true;
            }
        }
        int free = 0;
        for (int k = 0; k < sources.length; k++) {
            if (places[k] < 0) {
                while (taken[free]) {
                    free++;
                }
                places[k] = free++;
            }
        }
        return places;
    }

    private void end(Generator.Taker taker) throws HydraException {
        for (Going each : List.copyOf(going)) {
            if (each.search.isDone()) {
                going.remove(each);
                taker.take(each.number, each.search.result());
            }
        }
    }

    /** What may come next, where it was read last. */
    private Step step(List<GenerationRequest> requests) throws HydraException {
        boolean asksStates = requests.stream().anyMatch(request -> request.nearest() != null);
        return new Step(session.scores(output), asksStates ? session.states() : new float[0]);
    }

    private void tell(Progress progress) {
        if (all > 1) {
            progress.update(begun - going.size(), all);
        } else if (!going.isEmpty()) {
            progress.update(going.getFirst().search.length(), going.getFirst().search.limit());
        }
    }
}
