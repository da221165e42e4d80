package org.hydraworkbench.align.model;

/**
 * How the HMM with fertility is trained, see {@code HmmModel} for what the numbers mean.
 *
 * @param chains independent Gibbs chains whose counts are averaged, time grows with them; 0 for as many as suit the bitext: more for small ones
 * @param stems whether the counts of words back off to those of their stems
 * @param cognates whether words that are spelled alike are likelier translations of each other from the start
 */
public record HmmOptions(int chains, boolean stems, boolean cognates) {

    /** Chains that may be asked for. */
    public static final int MOST_CHAINS = 100;

    public HmmOptions {
        if (chains < 0) {
            throw new IllegalArgumentException("chains " + chains);
        }
    }

    /** As many chains as suit, with stems and cognates. */
    public static HmmOptions defaults() {
        return new HmmOptions(0, true, true);
    }

    public HmmOptions withChains(int value) {
        return new HmmOptions(value, stems, cognates);
    }

    public HmmOptions withStems(boolean value) {
        return new HmmOptions(chains, value, cognates);
    }

    public HmmOptions withCognates(boolean value) {
        return new HmmOptions(chains, stems, value);
    }
}
