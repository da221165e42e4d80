package org.hydraworkbench.eval;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hydraworkbench.base.ProgramVersion;
import org.hydraworkbench.text.Characters;
import org.hydraworkbench.text.PythonText;

/**
 * BLEU (Papineni et al. 2002) over the tokenisation of mteval-v13a, up to 4-grams, with exponential smoothing: the k-th
 * order without a match counts 1/2ᵏ matches. Equal to sacreBLEU's (Post 2018) with its default options. Text of scripts that put no space between
 * words, which would be one word then, can be counted by its characters, as sacreBLEU does with {@code --tokenize char}.
 */
public final class Bleu implements TranslationMetric {

    private static final int ORDER = 4;

    private static final Pattern SYMBOL = Pattern.compile("([{-~\\[-` -&(-+:-@/])");
    private static final Pattern STOP_AFTER_NO_DIGIT = Pattern.compile("([^0-9])([.,])");
    private static final Pattern STOP_BEFORE_NO_DIGIT = Pattern.compile("([.,])([^0-9])");
    private static final Pattern DASH_AFTER_DIGIT = Pattern.compile("([0-9])(-)");

    private final boolean byCharacters;

    private Bleu(boolean byCharacters) {
        this.byCharacters = byCharacters;
    }

    /** Case kept, 13a tokenisation, exponential smoothing. */
    public static Bleu bleu() {
        return new Bleu(false);
    }

    /** What suits these texts: by characters where most letters are of scripts without spaces between words. */
    public static Bleu suiting(List<String> texts) {
        long letters = 0;
        long unspaced = 0;
        for (String text : texts) {
            letters += text.codePoints().filter(Character::isLetter).count();
            unspaced += text.codePoints().filter(c -> Character.isLetter(c) && Characters.isOfScriptWithoutSpaces(c)).count();
        }
        return new Bleu(unspaced * 2 > letters);
    }

    @Override
    public String name() {
        return "BLEU";
    }

    @Override
    public String signature() {
        return "nrefs:1|case:mixed|eff:no|tok:" + (byCharacters ? "char" : "13a") + "|smooth:exp|version:hydra-" + ProgramVersion.get();
    }

    /** Words of the hypothesis, of the reference, then matches of each order, then n-grams of the hypothesis of each order. */
    @Override
    public long[] statistics(String hypothesis, String reference) {
        List<String> hyp = byCharacters ? characters(hypothesis) : tokenize(hypothesis);
        List<String> ref = byCharacters ? characters(reference) : tokenize(reference);
        long[] statistics = new long[2 + 2 * ORDER];
        statistics[0] = hyp.size();
        statistics[1] = ref.size();
        for (int n = 1; n <= ORDER; n++) {
            NgramCounts ours = NgramCounts.ofWords(hyp, n);
            statistics[1 + n] = ours.matches(NgramCounts.ofWords(ref, n));
            statistics[1 + ORDER + n] = ours.total();
        }
        return statistics;
    }

    @Override
    public double score(long[] statistics) {
        double logarithms = 0;
        double smoothing = 1;
        long anyMatch = 0;
        for (int n = 1; n <= ORDER; n++) {
            long matches = statistics[1 + n];
            long total = statistics[1 + ORDER + n];
            if (total == 0) {
                return 0;
            }
            if (matches == 0) {
                smoothing *= 2;
            }
            anyMatch += matches;
            logarithms += Math.log(matches == 0 ? 100 / (smoothing * total) : 100.0 * matches / total);
        }
        if (anyMatch == 0) {
            return 0;
        }
        long length = statistics[0];
        long wanted = statistics[1];
        double brevity = length < wanted ? Math.exp(1 - (double) wanted / length) : 1;
        return brevity * Math.exp(logarithms / ORDER);
    }

    /** All characters but white space. */
    private static List<String> characters(String text) {
        return PythonText.split(text.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" ")));
    }

    /** The tokens of mteval-v13a. */
    static List<String> tokenize(String text) {
        String line = " " + stripEnd(text)
                .replace("<skipped>", "")
                .replace("-\n", "")
                .replace("\n", " ")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                + " ";
        line = SYMBOL.matcher(line).replaceAll(" $1 ");
        line = STOP_AFTER_NO_DIGIT.matcher(line).replaceAll("$1 $2 ");
        line = STOP_BEFORE_NO_DIGIT.matcher(line).replaceAll(" $1 $2");
        line = DASH_AFTER_DIGIT.matcher(line).replaceAll("$1 $2 ");
        return PythonText.split(line);
    }

    private static String stripEnd(String text) {
        int end = text.length();
        while (end > 0 && PythonText.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }
}
