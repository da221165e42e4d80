package org.hydraworkbench.decode.phrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.text.Characters;

/** Words whose translation a person fixed: wherever they stand, that is how they are translated. The last one that was said of words counts. */
public final class Terms {

    /** By the number of words, then by the words in small letters; of each the translations, the last one last. */
    private final Map<Integer, Map<List<String>, List<Entry>>> entries = new HashMap<>();

    private record Entry(List<String> target, int number) {}

    /**
     * A term in a sentence.
     *
     * @param from its first word
     * @param to one past its last word
     * @param pair the number under which it was added
     */
    record Match(int from, int to, List<String> target, int pair) {}

    /** Those of a glossary, a text and its translation each. */
    public static Terms of(List<SentencePair> glossary) {
        Terms terms = new Terms();
        for (SentencePair term : glossary) {
            List<String> source = CutText.of(term.source()).forms();
            List<String> target = CutText.of(term.target()).forms();
            if (!source.isEmpty() && !target.isEmpty()) {
                terms.add(source, target, -1);
            }
        }
        return terms;
    }

    /** What the translation of a text must have. */
    public List<String> required(String text) {
        Spacing spacing = new Spacing();
        return in(CutText.of(text).forms()).stream().map(match -> spacing.join(match.target)).toList();
    }

    void add(List<String> source, List<String> target, int number) {
        entries.computeIfAbsent(source.size(), size -> new HashMap<>())
                .computeIfAbsent(lower(source), words -> new ArrayList<>())
                .add(new Entry(List.copyOf(target), number));
    }

    void remove(int number) {
        entries.values().forEach(same -> same.values().forEach(all -> all.removeIf(entry -> entry.number == number)));
    }

    /**
     * A term by itself.
     *
     * @param source its words, in small letters
     */
    record Term(List<String> source, List<String> target) {}

    /** All that count now, in the order of their words. */
    List<Term> all() {
        return entries.values().stream()
                .flatMap(same -> same.entrySet().stream())
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> new Term(each.getKey(), each.getValue().getLast().target))
                .sorted(Comparator.comparing(term -> String.join(" ", term.source)))
                .toList();
    }

    /** The terms in a sentence: of those that overlap the longest, of equally long ones the first. */
    List<Match> in(List<String> forms) {
        List<String> words = lower(forms);
        List<Match> found = new ArrayList<>();
        boolean[] taken = new boolean[words.size()];
        for (int size : entries.keySet().stream().sorted(Comparator.reverseOrder()).toList()) {
            for (int from = 0; from + size <= words.size(); from++) {
                List<Entry> all = entries.getOrDefault(size, Map.of()).getOrDefault(words.subList(from, from + size), List.of());
                if (!all.isEmpty() && isFree(taken, from, from + size)) {
                    Arrays.fill(taken, from, from + size, true);
                    found.add(new Match(from, from + size, all.getLast().target, all.getLast().number));
                }
            }
        }
        return found;
    }

    private static boolean isFree(boolean[] taken, int from, int to) {
        for (int k = from; k < to; k++) {
            if (taken[k]) {
                return false;
            }
        }
        return true;
    }

    private static List<String> lower(List<String> words) {
        return words.stream().map(Characters::lower).toList();
    }
}
