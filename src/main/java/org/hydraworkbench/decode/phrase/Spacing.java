package org.hydraworkbench.decode.phrase;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where a language puts spaces, learnt from how its text was written: marks that cling to the word before or after them, scripts without
 * spaces. Words that end with an inner hyphen always cling to the next, straight quotes to what they enclose.
 */
final class Spacing {

    /** How often something stood before and after another word, and how often it clung to it. */
    private final Object2IntOpenHashMap<String> before = new Object2IntOpenHashMap<>();
    private final Object2IntOpenHashMap<String> clungBefore = new Object2IntOpenHashMap<>();
    private final Object2IntOpenHashMap<String> after = new Object2IntOpenHashMap<>();
    private final Object2IntOpenHashMap<String> clungAfter = new Object2IntOpenHashMap<>();

    /** Counts what a text does. */
    void add(CutText text) {
        for (int k = 1; k < text.size(); k++) {
            String left = text.forms().get(k - 1);
            String right = text.forms().get(k);
            if (isMark(left) || !isMark(right)) {
                count(before, clungBefore, kind(left, right), !text.isSpaced(k) && !CutText.hangsOn(left));
            }
            if (isMark(right)) {
                count(after, clungAfter, right, !text.isSpaced(k));
            }
        }
    }

    private static void count(
            Object2IntOpenHashMap<String> all, Object2IntOpenHashMap<String> clung, String kind, boolean clings) {
        all.addTo(kind, 1);
        clung.addTo(kind, clings ? 1 : 0);
    }

    /** The words of a sentence as a text. */
    String join(List<String> forms) {
        StringBuilder text = new StringBuilder();
        Set<String> open = new HashSet<>();
        for (int k = 0; k < forms.size(); k++) {
            String form = forms.get(k);
            if (k > 0 && !cling(forms.get(k - 1), form, open)) {
                text.append(' ');
            }
            if (isQuote(form) && !open.remove(form)) {
                open.add(form);
            }
            text.append(form);
        }
        return text.toString();
    }

    /** The same words, but without hyphens on which no word hangs, as where a phrase was taken from before one. */
    static List<String> closed(List<String> forms) {
        List<String> closed = new ArrayList<>(forms);
        for (int k = 0; k < forms.size(); k++) {
            if (k + 1 == forms.size() || isMark(forms.get(k + 1))) {
                closed.set(k, CutText.bare(forms.get(k)));
            }
        }
        return closed;
    }

    /** A mark says whether it clings, a straight quote whether it is open; between two words, the words do. */
    private boolean cling(String left, String right, Set<String> open) {
        if (CutText.hangsOn(left) || open.contains(left) || open.contains(right)) {
            return true;
        }
        return isMark(left) && !isQuote(left) && clings(clungBefore, before, left, Spacing::opens)
                || isMark(right) && !isQuote(right) && clings(clungAfter, after, right, Spacing::closes)
                || !isMark(left) && !isMark(right) && clings(clungBefore, before, kind(left, right), unseen -> false);
    }

    private static boolean clings(
            Object2IntOpenHashMap<String> clung, Object2IntOpenHashMap<String> all, String kind, Predicate<String> unseen) {
        int times = all.getInt(kind);
        return times == 0 ? unseen.test(kind) : 2 * clung.getInt(kind) > times;
    }

    /** Whether a mark that the language never had begins something. */
    private static boolean opens(String mark) {
        int type = Character.getType(mark.codePointAt(0));
        return type == Character.START_PUNCTUATION || type == Character.INITIAL_QUOTE_PUNCTUATION;
    }

    /** Whether a mark that the language never had ends something. */
    private static boolean closes(String mark) {
        int letter = mark.codePointAt(0);
        int type = Character.getType(letter);
        return type == Character.END_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION
                || UCharacter.hasBinaryProperty(letter, UProperty.TERMINAL_PUNCTUATION);
    }

    private static boolean isQuote(String form) {
        return form.equals("\"") || form.equals("'");
    }

    private static boolean isMark(String form) {
        return !Character.isLetterOrDigit(form.codePointAt(0));
    }

    /** Marks are looked at one by one, the words of a script before those of another, or before numbers, together. */
    private static String kind(String left, String right) {
        return isMark(left) ? left : script(left) + " " + script(right);
    }

    /** The script of a word; of a number none. */
    private static String script(String form) {
        int first = form.codePointAt(0);
        return Character.isDigit(first) ? "" : Character.UnicodeScript.of(first).name();
    }
}
