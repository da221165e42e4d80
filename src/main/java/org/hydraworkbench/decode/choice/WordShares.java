package org.hydraworkbench.decode.choice;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.text.Characters;

/** How sure each word of a translation is: the probability of all candidates that have it (word posteriors: Ueffing and Ney 2007). */
final class WordShares {

    private WordShares() {}

    /**
     * @param probabilities of the candidates, which sum to 1
     * @return a share, 0 to 1, for each word and mark of the chosen one, as {@link CutText} cuts them; case does not matter
     */
    static List<Double> of(Candidate chosen, List<Candidate> candidates, double[] probabilities) {
        List<String> words = lower(chosen.text());
        double[] shares = new double[words.size()];
        for (int k = 0; k < probabilities.length; k++) {
            Set<String> there = new HashSet<>(lower(candidates.get(k).text()));
            for (int j = 0; j < shares.length; j++) {
                shares[j] += there.contains(words.get(j)) ? probabilities[k] : 0;
            }
        }
        return Arrays.stream(shares).map(share -> Math.min(1, share)).boxed().toList();
    }

    private static List<String> lower(String text) {
        return CutText.of(text).forms().stream().map(Characters::lower).toList();
    }
}
