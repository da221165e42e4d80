package org.hydraworkbench.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;

/** The directions that a translator knows, looked for by the codes that programs send, and the language of a text. */
record Directions(ServedTranslator translator) {

    /**
     * A language that a text may be in.
     *
     * @param confidence 0 to 100
     */
    record Detected(LanguageTag language, double confidence) {}

    /** All languages, those that are translated from first. */
    Set<LanguageTag> languages() {
        Set<LanguageTag> all = new LinkedHashSet<>();
        translator.directions().forEach(each -> all.add(each.from()));
        translator.directions().forEach(each -> all.add(each.to()));
        return all;
    }

    /** The languages that one is translated to. */
    List<LanguageTag> targets(LanguageTag from) {
        return translator.directions().stream().filter(each -> each.from().equals(from)).map(LanguagePair::to).toList();
    }

    /**
     * The direction that is meant; the very tags go before those that say more or less.
     *
     * @throws InputException when there is none
     */
    LanguagePair find(String from, String to) throws InputException {
        List<LanguagePair> all = translator.directions();
        return all.stream()
                .filter(each -> each.from().toString().equalsIgnoreCase(from) && each.to().toString().equalsIgnoreCase(to))
                .findFirst()
                .or(() -> all.stream().filter(each -> each.serves(from, to)).findFirst())
                .orElseThrow(() -> new InputException("There is no translation from \"" + from + "\" to \"" + to + "\" here; there is "
                        + all.stream().map(each -> each.from() + " to " + each.to()).collect(Collectors.joining(", ")) + "."));
    }

    /**
     * The languages that a text may be in, the likeliest first; those that nothing speaks for are left out. The confidence is how much of the
     * text is known in a language times its share of what is known in any.
     */
    List<Detected> detect(String text) throws HydraException {
        List<Detected> all = new ArrayList<>();
        double sum = 0;
        for (LanguageTag each : languages()) {
            double familiarity = translator.familiarity(each, text);
            sum += familiarity;
            all.add(new Detected(each, familiarity));
        }
        double known = sum;
        return all.stream()
                .filter(each -> each.confidence > 0)
                .map(each -> new Detected(each.language, 100 * each.confidence * each.confidence / known))
                .sorted(Comparator.comparingDouble(Detected::confidence).reversed())
                .toList();
    }

    /**
     * The direction from the language that a text is likeliest in.
     *
     * @throws InputException when there is none
     */
    LanguagePair detected(String text, String to) throws HydraException {
        for (Detected each : detect(text)) {
            if (!LanguageTag.serves(to, each.language.toString())) {
                return find(each.language.toString(), to);
            }
        }
        LanguageTag usual = translator.directions().stream()
                .filter(each -> LanguageTag.serves(to, each.to().toString()))
                .findFirst()
                .map(LanguagePair::from)
                .orElseThrow(() -> new InputException("Nothing is translated to \"" + to + "\" here."));
        return find(usual.toString(), to);
    }
}
