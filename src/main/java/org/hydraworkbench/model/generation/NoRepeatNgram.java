package org.hydraworkbench.model.generation;

/**
 * Forbids what would make a sequence of n tokens come a second time (Paulus et al. 2017).
 *
 * @param n at least 1
 */
record NoRepeatNgram(int n) implements LogitsProcessor {

    @Override
    public void process(float[] scores, int start, int size, int[] text) {
        int last = text.length - n + 1;
        if (last < 0 || isForeign(text, last)) {
            return;
        }
        for (int at = 0; at < last; at++) {
            int next = text[at + n - 1];
            if (next != FOREIGN && isRepeated(text, at, last)) {
                scores[start + next] = Float.NEGATIVE_INFINITY;
            }
        }
    }

    private boolean isForeign(int[] text, int last) {
        for (int k = 0; k < n - 1; k++) {
            if (text[last + k] == FOREIGN) {
                return true;
            }
        }
        return false;
    }

    private boolean isRepeated(int[] text, int at, int last) {
        for (int k = 0; k < n - 1; k++) {
            if (text[at + k] != text[last + k]) {
                return false;
            }
        }
        return true;
    }
}
