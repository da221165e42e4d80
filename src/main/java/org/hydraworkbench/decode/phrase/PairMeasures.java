package org.hydraworkbench.decode.phrase;

/**
 * How well two sentences go together by the lexicon, and how usual the target is by the language model. Logarithms are natural; with no
 * words on a side, what is about it is 0.
 *
 * @param words number of target words and marks
 * @param language log P(target), with its end
 * @param forward mean over target words of the log of their best translation probability from any source word, floored as in IBM model 1's use as a feature (Och et al. 2004)
 * @param back the same for the source words
 * @param sourceCovered share of source words that some target word translates with probability above {@value #EXPLAINED}
 * @param targetCovered share of target words that translate some source word with probability above {@value #EXPLAINED}
 */
public record PairMeasures(int words, double language, double forward, double back, double sourceCovered, double targetCovered) {

    private static final double EXPLAINED = .05;

    static PairMeasures of(int[] source, int[] target, Lexicon lexicon, NgramModel model) {
        boolean none = source.length == 0 || target.length == 0;
        return new PairMeasures(
                target.length,
                language(target, model),
                none ? 0 : lexicon.logTarget(source, 0, source.length, target) / target.length,
                none ? 0 : lexicon.logSource(source, 0, source.length, target) / source.length,
                covered(source, target, lexicon),
                coveredTarget(source, target, lexicon));
    }

    private static double language(int[] target, NgramModel model) {
        int[] text = new int[target.length + 2];
        text[0] = NgramModel.EDGE;
        System.arraycopy(target, 0, text, 1, target.length);
        text[target.length + 1] = NgramModel.EDGE;
        double sum = 0;
        for (int k = 1; k < text.length; k++) {
            sum += model.logProbability(text, k, text[k]);
        }
        return sum;
    }

    private static double covered(int[] source, int[] target, Lexicon lexicon) {
        int covered = 0;
        for (int s : source) {
            for (int t : target) {
                if (lexicon.targetGivenSource(s, t) > EXPLAINED) {
                    covered++;
                    break;
                }
            }
        }
        return source.length == 0 ? 0 : (double) covered / source.length;
    }

    private static double coveredTarget(int[] source, int[] target, Lexicon lexicon) {
        int covered = 0;
        for (int t : target) {
            for (int s : source) {
                if (lexicon.sourceGivenTarget(s, t) > EXPLAINED) {
                    covered++;
                    break;
                }
            }
        }
        return target.length == 0 ? 0 : (double) covered / target.length;
    }
}
