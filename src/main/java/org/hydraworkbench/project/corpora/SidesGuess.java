package org.hydraworkbench.project.corpora;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.LetterScripts;

/**
 * Whether the two sides of a text seem to be swapped. What tells most is asked first, and the first that has an answer decides: the
 * scripts, the head of a table, the words of the corpora that are in the project, the name of the file.
 *
 * @param by what says so; {@link Evidence#NONE} when nothing does
 * @param sentence that it is so, and why; empty when nothing says so
 */
public record SidesGuess(Evidence by, String sentence) {

    /** What tells which side is which. */
    public enum Evidence {
        NONE,
        SCRIPTS,
        HEAD,
        WORDS,
        NAME
    }

    static final SidesGuess NONE = new SidesGuess(Evidence.NONE, "");

    private static final int LEAST_WORDS = 10;
    private static final String SO = " The two sides seem to be swapped.";

    /** By the scripts of the sides as they will be taken in; empty when these do not tell them apart. */
    static Optional<SidesGuess> byScripts(LetterScripts source, LetterScripts target, ProjectInfo project) {
        LanguageTag from = project.sourceLanguage();
        LanguageTag to = project.targetLanguage();
        boolean fits = source.fit(from.scripts()) && target.fit(to.scripts());
        boolean fitsSwapped = source.fit(to.scripts()) && target.fit(from.scripts());
        if (fits == fitsSwapped) {
            return Optional.empty();
        }
        return Optional.of(fits
                ? NONE
                : new SidesGuess(Evidence.SCRIPTS, "What would become " + from.displayName() + " is in the letters of " + to.displayName()
                        + ", and the other way round." + SO));
    }

    /** By the names of the two columns that will become source and target. */
    static Optional<SidesGuess> byHead(List<String> head, ProjectInfo project) {
        if (head.isEmpty()) {
            return Optional.empty();
        }
        LanguageTag from = project.sourceLanguage();
        LanguageTag to = project.targetLanguage();
        int straight = count(from.isCalled(head.getFirst()), to.isCalled(head.getLast()));
        int crossed = count(to.isCalled(head.getFirst()), from.isCalled(head.getLast()));
        if (straight == crossed) {
            return Optional.empty();
        }
        return Optional.of(straight > crossed
                ? NONE
                : new SidesGuess(Evidence.HEAD, "The head of the table calls what would become %s “%s”, and what would become %s “%s”.%s"
                        .formatted(from.displayName(), head.getFirst(), to.displayName(), head.getLast(), SO)));
    }

    private static int count(boolean one, boolean other) {
        return (one ? 1 : 0) + (other ? 1 : 0);
    }

    /** By the words of the sides that will become source and target, and those that are in the project. */
    static Optional<SidesGuess> byWords(SideWords text, SideWords project) {
        int straight = project.straight(text);
        int crossed = project.crossed(text);
        if (straight + crossed < LEAST_WORDS || Math.max(straight, crossed) < 2 * Math.min(straight, crossed)) {
            return Optional.empty();
        }
        return Optional.of(straight > crossed
                ? NONE
                : new SidesGuess(Evidence.WORDS, String.format(Locale.ROOT,
                        "Of %,d words that the corpora of this project have on one side only, %,d stand on the other side here.%s",
                        straight + crossed, crossed, SO)));
    }

    /** By the names of the files. */
    static Optional<SidesGuess> byName(ImportRequest request, ProjectInfo project) {
        LanguageTag from = project.sourceLanguage();
        LanguageTag to = project.targetLanguage();
        return SidesByName.areSwapped(request.files(), from.toString(), to.toString()).map(swapped -> {
            String first = (swapped ? to : from).displayName();
            return swapped == request.swapped() ? NONE : new SidesGuess(Evidence.NAME, "By the file's name " + first + " comes first." + SO);
        });
    }
}
