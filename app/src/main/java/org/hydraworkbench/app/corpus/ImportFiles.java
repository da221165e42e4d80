package org.hydraworkbench.app.corpus;

import java.nio.file.Path;
import java.util.List;
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
}
