package org.hydraworkbench.project.work;

import com.google.gson.annotations.SerializedName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hydraworkbench.eval.Bleu;
import org.hydraworkbench.eval.Chrf;
import org.hydraworkbench.eval.TranslationMetric;

/**
 * How near translations are to references, each score 0 to 100.
 *
 * @param lines number of translations
 * @param signatures settings of each metric as sacreBLEU prints them
 */
public record TranslationScores(
        int lines,
        double chrf,
        @SerializedName("chrf++") double chrfPlusPlus,
        double bleu,
        Map<String, String> signatures) {

    /** The scores of translations, line by line beside their references. */
    public static TranslationScores of(List<String> translations, List<String> references) {
        Map<String, String> signatures = new TreeMap<>();
        for (TranslationMetric metric : List.of(Chrf.chrf(), Chrf.plusPlus(), Bleu.bleu())) {
            signatures.put(metric.name(), metric.signature());
        }
        return new TranslationScores(
                references.size(),
                Chrf.chrf().corpus(translations, references),
                Chrf.plusPlus().corpus(translations, references),
                Bleu.bleu().corpus(translations, references),
                signatures);
    }
}
