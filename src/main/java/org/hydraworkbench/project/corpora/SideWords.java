package org.hydraworkbench.project.corpora;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.corpus.SentencePair;

/** The words of either side of a text, as far as they tell the sides apart: a word that both have tells nothing. */
final class SideWords {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]++");
    private static final int LONGEST_TEXT = 1000; // of a sentence, in characters

    private final Set<String> source = new HashSet<>();
    private final Set<String> target = new HashSet<>();

    void add(SentencePair pair) {
        addWords(pair.source(), source);
        addWords(pair.target(), target);
    }

    private static void addWords(String text, Set<String> into) {
        Matcher word = WORD.matcher(text).region(0, Math.min(text.length(), LONGEST_TEXT));
        while (word.find()) {
            into.add(word.group().toLowerCase(Locale.ROOT));
        }
    }

    /** How many words of either side of {@code text} stand on the same side here, and only there. */
    int straight(SideWords text) {
        return onlyIn(source, target, text.source, text.target) + onlyIn(target, source, text.target, text.source);
    }

    /** How many words of either side of {@code text} stand on the other side here, and only there. */
    int crossed(SideWords text) {
        return onlyIn(target, source, text.source, text.target) + onlyIn(source, target, text.target, text.source);
    }

    private static int onlyIn(Set<String> here, Set<String> across, Set<String> words, Set<String> theirs) {
        return (int) words.stream().filter(word -> here.contains(word) && !across.contains(word) && !theirs.contains(word)).count();
    }
}
