package org.hydraworkbench.corpus;

import com.ibm.icu.util.ULocale;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Knows the first line of a table that names the columns, {@code English, Kabyle} or {@code source, target} for instance. */
final class HeadLine {

    private static final int LONGEST = 60;
    private static final int LONGEST_TAG = 3;

    /** Words that heads have beside names of languages. */
    private static final Set<String> WORDS = Set.of(
            "source", "target", "src", "tgt", "trg", "text", "sentence", "sentences", "translation", "translations", "original", "phrase",
            "language", "lang", "from", "to", "in", "into");

    private static final Set<String> LANGUAGES = languages();

    private HeadLine() {}

    /** Names in English, in the language itself and in that of the person, and tags by two and by three letters. */
    private static Set<String> languages() {
        Set<String> names = new HashSet<>();
        ULocale reader = ULocale.forLocale(Locale.getDefault(Locale.Category.DISPLAY));
        for (String tag : ULocale.getISOLanguages()) {
            ULocale language = new ULocale(tag);
            names.add(tag);
            names.add(language.getISO3Language());
            for (ULocale in : List.of(ULocale.ENGLISH, language, reader)) {
                names.add(language.getDisplayLanguage(in).toLowerCase(Locale.ROOT));
            }
            String english = language.getDisplayLanguage(ULocale.ENGLISH).toLowerCase(Locale.ROOT);
            names.add(english.substring(english.lastIndexOf(' ') + 1)); // Frisian for Western Frisian
        }
        names.remove("");
        return Set.copyOf(names);
    }

    /** Whether two cells of the first line, of the same line and not alike, name what stands below them. */
    static boolean isLikely(String source, String target) {
        return isName(source) && isName(target) && !source.strip().equalsIgnoreCase(target.strip());
    }

    /**
     * The columns that name a language or a side, counted from 0. Where two do so in full, what may be the letters of a tag ({@code Nr}) is
     * none.
     */
    static List<Integer> named(List<String> cells) {
        List<Integer> all = IntStream.range(0, cells.size()).filter(column -> isName(cells.get(column))).boxed().toList();
        List<Integer> inFull = all.stream().filter(column -> cells.get(column).strip().length() > LONGEST_TAG).toList();
        return inFull.size() == 2 ? inFull : all;
    }

    /** Whether a cell names a language or a side, and nothing else. */
    private static boolean isName(String cell) {
        if (cell.length() > LONGEST) {
            return false;
        }
        String name = cell.strip().toLowerCase(Locale.ROOT);
        if (LANGUAGES.contains(name)) {
            return true;
        }
        String[] words = name.split("[^\\p{L}\\p{M}]+");
        boolean any = false;
        for (String word : words) {
            if (!word.isEmpty() && !WORDS.contains(word) && !LANGUAGES.contains(word)) {
                return false;
            }
            any |= !word.isEmpty();
        }
        return any;
    }
}
