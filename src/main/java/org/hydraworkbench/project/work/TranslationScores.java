package org.hydraworkbench.project.work;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
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
        double chrfPlusPlus,
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

    /** What is stored of them. */
    JsonObject json() {
        JsonObject settings = new JsonObject();
        signatures.forEach(settings::addProperty);
        JsonObject json = new JsonObject();
        json.addProperty("lines", lines);
        json.addProperty("chrf", chrf);
        json.addProperty("chrf++", chrfPlusPlus);
        json.addProperty("bleu", bleu);
        json.add("signatures", settings);
        return json;
    }

    private static TranslationScores read(JsonFields in) throws InputException {
        return new TranslationScores(
                in.integer("lines", 0, 0, Integer.MAX_VALUE),
                in.number("chrf", Double.NaN),
                in.number("chrf++", Double.NaN),
                in.number("bleu", Double.NaN),
                in.object("signatures").allTexts());
    }

    /**
     * The scores that an evaluation stored under a name.
     *
     * @param summary of the evaluation
     * @return none where it has none of that name
     */
    public static Optional<TranslationScores> read(JsonObject summary, String name) throws InputException {
        JsonFields in = JsonFields.of(summary);
        return in.has(name) ? Optional.of(read(in.object(name))) : Optional.empty();
    }
}
