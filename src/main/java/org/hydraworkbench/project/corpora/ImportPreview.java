package org.hydraworkbench.project.corpora;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.corpus.BitextFormat;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.corpus.TableSample;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.text.LetterScripts;
import org.jspecify.annotations.Nullable;

/**
 * What an import would take in, by the first {@value #LOOKED_AT} pairs of its text.
 *
 * @param format the form of a single file; null for two
 * @param rows the first pairs, source first
 * @param source the scripts of the source sides of these rows
 * @param target the scripts of the target sides
 * @param languages the tags by which the file calls the two sides; none when its form names no languages
 * @param allLanguages the tags of all languages that were met; the two sides can be chosen of them
 * @param named whether the two sides are in the project's languages, by the file's own word
 * @param settled whether the sides cannot be swapped, since they are named so or languages were chosen for them
 * @param notes what a person should know of what is passed over, a sentence each
 * @param badLines which lines are no pairs or have an empty side, where they can be left out or are; a sentence, empty when there are none
 * @param badLineReasons why, a sentence each
 * @param sample the beginning of the table that the text is; its head as the project will have the sides; null when it is none
 * @param sides whether the sides seem to be swapped
 * @param pairs how many pairs were looked at
 * @param sentences how many different source sentences they have
 * @param whole whether that is the whole text
 * @param same the corpus of the project that is this very text; null when there is none, or the text is longer than was looked at
 * @param problem what is wrong with the text, with file and line; null when nothing is
 */
public record ImportPreview(
        @Nullable BitextFormat format,
        List<SentencePair> rows,
        LetterScripts source,
        LetterScripts target,
        List<String> languages,
        List<String> allLanguages,
        boolean named,
        boolean settled,
        List<String> notes,
        String badLines,
        List<String> badLineReasons,
        @Nullable TableSample sample,
        SidesGuess sides,
        int pairs,
        int sentences,
        boolean whole,
        @Nullable String same,
        @Nullable String problem) {

    static final int LOOKED_AT = 100_000;
    private static final int ROWS = 50;
    private static final int WORDS_OF = 2000; // pairs

    public ImportPreview {
        rows = List.copyOf(rows);
        languages = List.copyOf(languages);
        allLanguages = List.copyOf(allLanguages);
        notes = List.copyOf(notes);
        badLineReasons = List.copyOf(badLineReasons);
    }

    /** What is in the project already. */
    interface Known {

        /** The corpus that is a whole text, by its hash. */
        Optional<String> corpus(String hash) throws HydraException;

        /** Words of its corpora. */
        SideWords words() throws HydraException;
    }

    /**
     * Looks into a text. A line that cannot be read ends that and is told in {@link #problem}; where that is all that is wrong,
     * {@link #badLines} tells of it and of others like it.
     *
     * @throws HydraException when nothing of it can be read
     */
    static ImportPreview of(ImportRequest request, ProjectInfo project, Known known) throws HydraException {
        if (request.files().lines().skipBadLines()) {
            return look(request, project, known);
        }
        try {
            ImportPreview found = look(request, project, known);
            ImportPreview without = found.problem() == null ? null : without(request, project, known);
            return without == null ? found : found.withBadLines(without);
        } catch (InputException e) {
            ImportPreview without = without(request, project, known);
            if (without == null) {
                throw e;
            }
            return without.withProblem(Reasons.of(e));
        }
    }

    /** What would be taken in without the lines that are no pairs; null when there are none such, or others faults. */
    private static @Nullable ImportPreview without(ImportRequest request, ProjectInfo project, Known known) throws HydraException {
        try {
            ImportPreview without = look(request.withSkipBadLines(true), project, known);
            return without.problem() == null && !without.badLines().isEmpty() ? without : null;
        } catch (InputException e) {
            return null; // the same fault once more
        }
    }

    private static ImportPreview look(ImportRequest request, ProjectInfo project, Known known) throws HydraException {
        List<SentencePair> rows = new ArrayList<>();
        LongOpenHashSet sentences = new LongOpenHashSet();
        TextHash hash = new TextHash();
        SideWords words = new SideWords();
        int pairs = 0;
        boolean whole = false;
        String problem = null;
        try (ImportText text = ImportText.open(request, project)) {
            try {
                SentencePair pair = text.next();
                for (; pair != null && pairs < LOOKED_AT; pair = text.next()) {
                    if (pairs++ < ROWS) {
                        rows.add(pair);
                    }
                    if (pairs <= WORDS_OF) {
                        words.add(pair);
                    }
                    sentences.add(HeldOut.hash(pair.source()));
                    hash.add(pair);
                }
                whole = pair == null;
                problem = pairs == 0 ? Reasons.of(text.nothing()) : null;
            } catch (InputException e) {
                problem = Reasons.of(e);
            }
            TableSample sample = text.sample();
            List<String> head = sample == null ? List.of() : sample.head();
            return new ImportPreview(
                    text.format(),
                    rows,
                    sources(rows),
                    targets(rows),
                    text.languages(),
                    text.allLanguages(),
                    text.isNamed(),
                    text.isSettled(),
                    text.notes(),
                    text.badLines(),
                    text.badLineReasons(),
                    sample,
                    text.isSettled() ? SidesGuess.NONE : guess(request, project, rows, head, words, known),
                    pairs,
                    sentences.size(),
                    whole,
                    whole ? known.corpus(hash.hex()).orElse(null) : null,
                    problem);
        }
    }

    private static SidesGuess guess(
            ImportRequest request, ProjectInfo project, List<SentencePair> rows, List<String> head, SideWords words, Known known)
            throws HydraException {
        Optional<SidesGuess> found = SidesGuess.byScripts(sources(rows), targets(rows), project);
        if (found.isEmpty()) {
            found = SidesGuess.byHead(head, project);
        }
        if (found.isEmpty()) {
            found = SidesGuess.byWords(words, known.words());
        }
        return found.or(() -> SidesGuess.byName(request, project)).orElse(SidesGuess.NONE);
    }

    private static LetterScripts sources(List<SentencePair> rows) {
        return LetterScripts.of(rows.stream().map(SentencePair::source).toList());
    }

    private static LetterScripts targets(List<SentencePair> rows) {
        return LetterScripts.of(rows.stream().map(SentencePair::target).toList());
    }

    /** The lines that are no pairs as another look told them. */
    private ImportPreview withBadLines(ImportPreview told) {
        return new ImportPreview(format, rows, source, target, languages, allLanguages, named, settled, notes, told.badLines,
                told.badLineReasons, sample, sides, pairs, sentences, whole, same, problem);
    }

    private ImportPreview withProblem(String fault) {
        return new ImportPreview(format, rows, source, target, languages, allLanguages, named, settled, notes, badLines,
                badLineReasons, sample, sides, pairs, sentences, whole, same, fault);
    }

    /** What the first line calls the two columns, source first, where it seems to name them; else empty. */
    public List<String> head() {
        return sample == null ? List.of() : sample.head();
    }

    /** How many sentences can be held out for test, and as many for development. */
    public int mostHeldOut() {
        return HeldOut.most(sentences);
    }
}
