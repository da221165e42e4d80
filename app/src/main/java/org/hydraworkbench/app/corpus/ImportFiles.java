package org.hydraworkbench.app.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.project.corpora.ImportRequest;

/** What a person chose to import: files that hold both languages, or two files whose lines correspond. */
public sealed interface ImportFiles {

    /** Files with both languages, a corpus each. */
    record Bilingual(List<Path> files) implements ImportFiles {
        public Bilingual {
            files = List.copyOf(files);
        }
    }

    /** Two files, a language each. */
    record Parallel(Path left, Path right) implements ImportFiles {}

    /** Tells by content which it is: two files of which the first is not bilingual belong together. */
    static ImportFiles of(List<Path> files) {
        if (files.size() == 2 && !isBilingual(files.getFirst())) {
            return new Parallel(files.getFirst(), files.getLast());
        }
        return new Bilingual(files);
    }

    private static boolean isBilingual(Path file) {
        try {
            Bitexts.format(file);
            return true;
        } catch (HydraException e) {
            return false; // whatever is wrong with it is told when it is read
        }
    }

    /** A request for each corpus, called by its files. */
    default List<ImportRequest> requests() {
        return switch (this) {
            case Bilingual several -> several.files().stream()
                    .map(file -> ImportRequest.of(file).withName(plainName(file)))
                    .toList();
            case Parallel two -> List.of(ImportRequest.ofTwo(two.left(), two.right()).withName(plainName(two.left())));
        };
    }

    /** The name of a file without what only tells its form. */
    private static String plainName(Path file) {
        return file.getFileName().toString().replaceFirst("(?i)(\\.(tsv|txt|csv|tmx|bars|gz|zip))+$", "");
    }

    /** All files. */
    default List<Path> files() {
        return switch (this) {
            case Bilingual several -> several.files();
            case Parallel two -> List.of(two.left(), two.right());
        };
    }

    /** Whether the names of the files say that the left side is in the target language, as {@code cor-eng.tsv} does. */
    default boolean looksSwapped(String sourceTag, String targetTag) {
        String name = files().getFirst().getFileName().toString().toLowerCase(Locale.ROOT);
        int source = tagAt(name, sourceTag);
        int target = tagAt(name, targetTag);
        return switch (this) {
            case Bilingual several -> target >= 0 && source > target;
            case Parallel two -> target >= 0 && source < 0;
        };
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
