package org.hydraworkbench.project.corpora;

import java.nio.file.Path;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import org.hydraworkbench.corpus.BitextFiles;

/** Which side of a text is in which language, by the names of its files. */
final class SidesByName {

    private SidesByName() {}

    /**
     * Whether the left side is in the target language, as {@code cor-eng.tsv} says of English and Cornish; empty when the names do not tell.
     *
     * @param source tag of the source language
     * @param target tag of the target language
     */
    static Optional<Boolean> areSwapped(BitextFiles files, String source, String target) {
        String name = name(files.source());
        int sourceAt = tagAt(name, source);
        int targetAt = tagAt(name, target);
        if (files.target() == null) {
            return sourceAt < 0 || targetAt < 0 ? Optional.empty() : Optional.of(sourceAt > targetAt);
        }
        return sourceAt >= 0 == targetAt >= 0 ? Optional.empty() : Optional.of(targetAt >= 0);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /** Where a language stands in a file name as a word of its own, by its tag or its three letters; −1 when nowhere. */
    private static int tagAt(String name, String tag) {
        String language = tag.toLowerCase(Locale.ROOT).split("-", 2)[0];
        int at = wordAt(name, language);
        return at >= 0 ? at : wordAt(name, threeLetters(language));
    }

    /** {@code eng} for {@code en} (ISO 639-2); the language itself where it has no such code. */
    private static String threeLetters(String language) {
        try {
            return Locale.of(language).getISO3Language();
        } catch (MissingResourceException e) {
            return language;
        }
    }

    private static int wordAt(String name, String word) {
        for (int at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean freeLeft = at == 0 || !Character.isLetter(name.charAt(at - 1));
            boolean freeRight = end == name.length() || !Character.isLetter(name.charAt(end));
            if (freeLeft && freeRight) {
                return at;
            }
        }
        return -1;
    }
}
