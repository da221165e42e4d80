package org.hydraworkbench.mapping;

import java.util.Arrays;
import org.hydraworkbench.tokenizer.Encoding;
import org.hydraworkbench.tokenizer.Segment;

/**
 * What a unit consists of: tokens, and how much of the unit each of them covers.
 *
 * @param tokens token ids in order
 * @param shares beside them, the share of the unit's characters that the token covers; above 0, sum at most 1
 */
record UnitShape(int[] tokens, double[] shares) {

    /**
     * The shape of a segment. A character that several tokens spell together, byte by byte, is divided among them; a unit without
     * characters of its own (a lone marker) is divided equally.
     */
    static UnitShape of(Segment segment, Encoding encoding) {
        int n = segment.tokenCount();
        int length = segment.end() - segment.start();
        double[] shares = new double[n];
        if (length == 0) {
            Arrays.fill(shares, n == 0 ? 0 : 1.0 / n);
        }
        for (int at = segment.start(); at < segment.end(); at++) {
            int covering = 0;
            for (int k = 0; k < n; k++) {
                covering += covers(encoding, segment.firstToken() + k, at) ? 1 : 0;
            }
            for (int k = 0; k < n; k++) {
                if (covers(encoding, segment.firstToken() + k, at)) {
                    shares[k] += 1.0 / covering / length;
                }
            }
        }
        int kept = 0;
        int[] tokens = new int[n];
        for (int k = 0; k < n; k++) {
            if (shares[k] > 0) {
                tokens[kept] = encoding.ids()[segment.firstToken() + k];
                shares[kept++] = shares[k];
            }
        }
        return new UnitShape(Arrays.copyOf(tokens, kept), Arrays.copyOf(shares, kept));
    }

    private static boolean covers(Encoding encoding, int token, int codePoint) {
        return encoding.starts()[token] <= codePoint && codePoint < encoding.ends()[token];
    }

    /** The share that all occurrences of a token cover together. */
    double share(int token) {
        double sum = 0;
        for (int k = 0; k < tokens.length; k++) {
            sum += tokens[k] == token ? shares[k] : 0;
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnitShape shape
                && Arrays.equals(tokens, shape.tokens)
                && Arrays.equals(shares, shape.shares);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(tokens) + Arrays.hashCode(shares);
    }

    @Override
    public String toString() {
        return "UnitShape[" + Arrays.toString(tokens) + " " + Arrays.toString(shares) + "]";
    }
}
