package org.hydraworkbench.align.hmm;

import java.util.Arrays;
import org.hydraworkbench.align.model.Choices;

/**
 * Draws the links of one sentence in one direction anew, unit by unit, each from its distribution given all others (Gibbs sampling). What
 * is specific to the sentence is brought into dense arrays first, so that the loop over candidates goes through memory in order.
 * Has scratch memory that is used again; used by one thread at a time.
 */
final class SentenceSampler {

    /** The link of a unit that NULL generated. */
    static final int NONE = Choices.NONE;

    int given;
    int generated;

    /** Types of the given units. */
    int[] types = new int[64];

    /** At j · given + i: how well given unit i explains generated unit j, by the words alone. */
    float[] lexical = new float[4096];

    /** How well NULL explains generated unit j, by the words alone. */
    float[] none = new float[64];

    /** The given unit of each generated one, or {@link #NONE}. */
    int[] links = new int[64];

    /** Sums of the distributions drawn from, as {@link #lexical}, while {@link #sample} collects them. */
    float[] marginals = new float[0];

    /** Sums of NULL's shares. */
    float[] noneMarginals = new float[0];

    private float[] weights = new float[64];
    private float[] ratios = new float[64];
    private int[] fertilities = new int[64];
    private int[] following = new int[64];

    /** Makes room for a sentence; what the arrays hold is left over from earlier ones. */
    void resize(int givenUnits, int generatedUnits) {
        given = givenUnits;
        generated = generatedUnits;
        int cells = Math.multiplyExact(givenUnits, generatedUnits);
        if (lexical.length < cells) {
            lexical = new float[Math.max(cells, 2 * lexical.length)];
        }
        int longer = Math.max(givenUnits, generatedUnits) + 1;
        if (weights.length < longer) {
            int size = Math.max(longer, 2 * weights.length);
            types = new int[size];
            none = new float[size];
            links = new int[size];
            weights = new float[size];
            ratios = new float[size];
            fertilities = new int[size];
            following = new int[size];
        }
    }

    /** Multiplies the weights of each generated unit with a factor of its type. */
    void scaleRows(float[] factors, int[] units, int from) {
        for (int j = 0; j < generated; j++) {
            float factor = factors[units[from + j]];
            int row = j * given;
            for (int i = row; i < row + given; i++) {
                lexical[i] *= factor;
            }
        }
    }

    /** Multiplies the weights of each given unit with a factor of its type. */
    void scaleColumns(float[] factors, int[] units, int from) {
        for (int i = 0; i < given; i++) {
            weights[i] = factors[units[from + i]];
        }
        for (int j = 0; j < generated; j++) {
            int row = j * given;
            for (int i = 0; i < given; i++) {
                lexical[row + i] *= weights[i];
            }
        }
    }

    /** Takes from the weights what is not to be chosen. */
    void restrict(Choices choices) {
        for (int j = 0; j < generated; j++) {
            int row = j * given;
            for (int i = 0; i < given; i++) {
                if (!choices.allows(j, i)) {
                    lexical[row + i] = 0f;
                }
            }
            if (!choices.allowsNone(j)) {
                none[j] = 0f;
            }
        }
    }

    /** Starts sums of distributions at 0. */
    void clearMarginals() {
        if (marginals.length < lexical.length) {
            marginals = new float[lexical.length];
        }
        if (noneMarginals.length < none.length) {
            noneMarginals = new float[none.length];
        }
        Arrays.fill(marginals, 0, given * generated, 0f);
        Arrays.fill(noneMarginals, 0, generated, 0f);
    }

    /** Chooses for each unit what explains it best if words and distance from the diagonal were all there is. */
    void startAtBest() {
        for (int j = 0; j < generated; j++) {
            float most = none[j];
            links[j] = NONE;
            for (int i = 0; i < given; i++) {
                float weight = lexical[j * given + i] * HmmModel.diagonalWeight(i, given, j, generated);
                if (weight > most) {
                    most = weight;
                    links[j] = i;
                }
            }
        }
    }

    /**
     * Draws every link once.
     *
     * @param shape jumps and fertilities
     * @param collect whether the distributions are added to the marginals
     */
    void sample(HmmShape shape, Draws draws, boolean collect) {
        prepare(shape);
        int n = given;
        int last = -1;
        for (int j = 0; j < generated; j++) {
            int current = links[j];
            if (current >= 0) {
                setFertility(current, fertilities[current] - 1, shape);
            }
            int next = following[j];
            float noneWeight = none[j] * shape.jump(next - last);
            weigh(j * n, shape.ahead(), shape.origin() - last, shape.back(), shape.origin() - next);
            float total = noneWeight + sum(weights, n);
            if (collect) {
                collect(j, total, noneWeight);
            }
            int chosen = choose(draws.next() * total, n, noneWeight);
            links[j] = chosen;
            if (chosen >= 0) {
                last = chosen;
                setFertility(chosen, fertilities[chosen] + 1, shape);
            }
        }
    }

    /** For each generated unit the given unit of the next one that has a link; the fertilities; and what one link more would be worth. */
    private void prepare(HmmShape shape) {
        Arrays.fill(fertilities, 0, given, 0);
        int next = given;
        for (int j = generated - 1; j >= 0; j--) {
            following[j] = next;
            if (links[j] >= 0) {
                next = links[j];
                fertilities[next]++;
            }
        }
        for (int i = 0; i < given; i++) {
            setFertility(i, fertilities[i], shape);
        }
    }

    private void setFertility(int i, int links, HmmShape shape) {
        fertilities[i] = links;
        ratios[i] = shape.fertilityRatio(types[i], links + 1);
    }

    /** The hot loop: weights of all given units. */
    private void weigh(int row, float[] ahead, int aheadFrom, float[] back, int backFrom) {
        float[] w = weights;
        float[] lex = lexical;
        float[] ratio = ratios;
        int n = given;
        for (int i = 0; i < n; i++) {
            w[i] = lex[row + i] * ratio[i] * (ahead[aheadFrom + i] * back[backFrom + i]);
        }
    }

    /** Four sums at once, because additions wait for each other. */
    private static float sum(float[] values, int n) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < n; i++) {
            a += values[i];
        }
        return (a + b) + (c + d);
    }

    private void collect(int j, float total, float noneWeight) {
        float inverse = 1 / total;
        int row = j * given;
        for (int i = 0; i < given; i++) {
            marginals[row + i] += weights[i] * inverse;
        }
        noneMarginals[j] += noneWeight * inverse;
    }

    private int choose(float drawn, int n, float noneWeight) {
        float left = drawn;
        for (int i = 0; i < n; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        int last = NONE;
        for (int i = 0; noneWeight == 0 && i < n; i++) { // rounding left something over, and NULL may not be chosen
            last = weights[i] > 0 ? i : last;
        }
        return last;
    }
}
