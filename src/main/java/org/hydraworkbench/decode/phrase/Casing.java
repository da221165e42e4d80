package org.hydraworkbench.decode.phrase;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.align.tables.IndexedText;
import org.hydraworkbench.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * How the words of a language are written where they do not begin a sentence. The first word of a sentence may have a capital whatever it
 * is; counted as it stands, it would be another word (truecasing, as Moses has it: Koehn et al. 2007).
 */
final class Casing {

    private final Map<String, String> usual = new HashMap<>();

    /** Learns from all words of a text but the first of every sentence. */
    Casing(IndexedText text) {
        int[] inside = text.frequencies();
        for (int s = 0; s < text.size(); s++) {
            int from = text.starts()[s];
            int end = text.starts()[s + 1];
            for (int k = from; k < end; k++) {
                int unit = text.units()[k];
                inside[unit]--;
                if (!isMark(text.vocabulary().form(unit))) {
                    break;
                }
            }
        }
        int[] most = new int[text.vocabulary().size()];
        for (int id = 0; id < inside.length; id++) {
            if (inside[id] > 0) {
                String form = text.vocabulary().form(id);
                int own = inside[id];
                String before = usual.put(Characters.lower(form), form);
                if (before != null && most[text.vocabulary().id(before)] >= own) {
                    usual.put(Characters.lower(form), before);
                } else {
                    most[id] = own;
                }
            }
        }
    }

    /** The sentence with its first word written as it is elsewhere; as it is where it never is elsewhere. */
    List<String> natural(List<String> forms) {
        int at = first(forms);
        String known = at < forms.size() ? usual(forms.get(at)) : null;
        if (known == null || known.equals(forms.get(at))) {
            return forms;
        }
        List<String> changed = new ArrayList<>(forms);
        changed.set(at, known);
        return changed;
    }

    /** The usual way to write a word, in whatever case it is given; null for one that was never seen inside a sentence. */
    @Nullable String usual(String form) {
        return usual.get(Characters.lower(form));
    }

    /** A text whose first letter is a capital, where its script has such and no number stands before it. */
    static String capitalised(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int letter = text.codePointAt(at);
            if (Character.isLetterOrDigit(letter)) {
                return text.substring(0, at)
                        + Character.toString(UCharacter.toTitleCase(letter))
                        + text.substring(at + Character.charCount(letter));
            }
        }
        return text;
    }

    /** Whether a sentence begins with a capital. */
    static boolean isCapitalised(List<String> forms) {
        int at = first(forms);
        return at < forms.size() && Character.isUpperCase(forms.get(at).codePointAt(0));
    }

    private static int first(List<String> forms) {
        int at = 0;
        while (at < forms.size() && isMark(forms.get(at))) {
            at++;
        }
        return at;
    }

    private static boolean isMark(String form) {
        return !Character.isLetterOrDigit(form.codePointAt(0));
    }
}
