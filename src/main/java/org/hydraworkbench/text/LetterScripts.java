package org.hydraworkbench.text;

import com.ibm.icu.lang.UScript;
import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In which scripts a text is written.
 *
 * @param letters how many letters of each script there are; letters that several scripts share are not counted
 */
public record LetterScripts(Map<UnicodeScript, Integer> letters) {

    public LetterScripts {
        letters = Map.copyOf(letters);
    }

    /** Counts the letters of some texts. */
    public static LetterScripts of(Iterable<String> texts) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        for (String text : texts) {
            text.codePoints()
                    .filter(Character::isLetter)
                    .mapToObj(UnicodeScript::of)
                    .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                    .forEach(script -> counts.merge(script, 1, Integer::sum));
        }
        return new LetterScripts(counts);
    }

    /** The script of most letters; empty when there is no letter. */
    public Optional<UnicodeScript> most() {
        return letters.entrySet().stream()
                .max(Map.Entry.<UnicodeScript, Integer>comparingByValue()
                        .thenComparing(Map.Entry.<UnicodeScript, Integer>comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    /**
     * Whether the text may be in a language that is written in {@code scripts}: half of its letters are of them. A text without letters may
     * be in any, and any text in a language of which no script is known.
     */
    public boolean fit(Set<UnicodeScript> scripts) {
        long all = 0;
        long fitting = 0;
        for (Map.Entry<UnicodeScript, Integer> count : letters.entrySet()) {
            all += count.getValue();
            fitting += scripts.contains(count.getKey()) ? count.getValue() : 0;
        }
        return scripts.isEmpty() || 2 * fitting >= all;
    }

    /** What a person calls a script, in the language of the person: {@code Arabic}. */
    public static String displayName(UnicodeScript script) {
        String code = UScript.getShortName(UScript.getCodeFromName(script.name()));
        return new Locale.Builder().setScript(code).build().getDisplayScript(Locale.getDefault(Locale.Category.DISPLAY));
    }
}
