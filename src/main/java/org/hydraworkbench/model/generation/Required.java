package org.hydraworkbench.model.generation;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What a text must have: phrases, of each one of its forms. A search that keeps to it has beams for every number of tokens that are there
 * already, so that those which have more of it are not crowded out by likelier ones that have less (dynamic beam allocation: Post and
 * Vilar 2018).
 *
 * @param phrases of each its forms, of each form its tokens, at least one
 * @param joins whether a token goes on with the word before it, so that a phrase that it follows is not there after all
 */
public record Required(List<List<int[]>> phrases, IntPredicate joins) {

    /** Nothing. */
    public static final Required NOTHING = new Required(List.of(), id -> false);

    public Required {
        phrases = phrases.stream().map(List::copyOf).toList();
        if (phrases.stream().anyMatch(forms -> forms.isEmpty() || forms.stream().anyMatch(form -> form.length == 0))) {
            throw new IllegalArgumentException("a phrase without tokens cannot be required");
        }
    }

    /** Whether nothing is required. */
    public boolean isNothing() {
        return phrases.isEmpty();
    }

    /**
     * How much of it a text has.
     *
     * @param met the phrases that it has
     * @param tokens that these have, each counted by its first form
     * @param open a phrase that its end may be the beginning of; −1 for none
     * @param form of that phrase; others that begin alike may be meant
     * @param length tokens of that form which are there
     * @param ended the phrase that its end is the end of; −1 for none
     */
    record State(BitSet met, int tokens, int open, int form, int length, int ended) {

        /** How many tokens are there. */
        int present() {
            return tokens + length;
        }
    }

    /** That of an empty text. */
    State start() {
        return new State(new BitSet(), 0, -1, -1, 0, -1);
    }

    /** That of a text with a token more. */
    State after(State before, int id) {
        State state = keeps(before, id) ? before : without(before, before.ended);
        for (int length = state.length; length >= 0; length = length == 0 ? -1 : 0) {
            for (int[] place : begun(state, length)) {
                if (form(place[0], place[1])[length] == id) {
                    return grown(state, place[0], place[1], length + 1);
                }
            }
        }
        return new State(state.met, state.tokens, -1, -1, 0, -1);
    }

    /** The phrase and form of all of what is lacking that begins as what is open does, with so many tokens. */
    private List<int[]> begun(State state, int length) {
        List<int[]> found = new ArrayList<>();
        for (int phrase = 0; phrase < phrases.size(); phrase++) {
            for (int form = 0; !state.met.get(phrase) && form < phrases.get(phrase).size(); form++) {
                int[] tokens = form(phrase, form);
                boolean alike = length == 0
                        || tokens.length > length && Arrays.equals(tokens, 0, length, form(state.open, state.form), 0, length);
                if (alike) {
                    found.add(new int[] {phrase, form});
                }
            }
        }
        return found;
    }

    /** A phrase that is taken back: it may come again. */
    private State without(State state, int phrase) {
        BitSet met = (BitSet) state.met.clone();
        met.clear(phrase);
        return new State(met, state.tokens - form(phrase, 0).length, -1, -1, 0, -1);
    }

    /** Whether a token leaves what a text has, rather than going on with the last word of it. */
    boolean keeps(State state, int id) {
        return state.ended < 0 || !joins.test(id);
    }

    private State grown(State state, int phrase, int form, int length) {
        if (length < form(phrase, form).length) {
            return new State(state.met, state.tokens, phrase, form, length, -1);
        }
        BitSet met = (BitSet) state.met.clone();
        met.set(phrase);
        return new State(met, state.tokens + form(phrase, 0).length, -1, -1, 0, phrase);
    }

    private int[] form(int phrase, int form) {
        return phrases.get(phrase).get(form);
    }

    /** Whether a text has all. */
    boolean isMet(State state) {
        return state.met.cardinality() == phrases.size();
    }

    /** The tokens by which it would have more: those that go on with what is open, else the first of what is lacking. */
    IntSet next(State state) {
        IntOpenHashSet next = new IntOpenHashSet();
        begun(state, state.length).forEach(place -> next.add(form(place[0], place[1])[state.length]));
        return next;
    }
}
