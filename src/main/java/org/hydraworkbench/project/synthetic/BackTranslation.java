package org.hydraworkbench.project.synthetic;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.decode.choice.BackTranslator;
import org.hydraworkbench.decode.choice.JudgedTranslator;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.text.Tsv;

/**
 * Makes a synthetic corpus of a project: the sentences of a text in one of its languages, a line each, with their translations by phrases and
 * by all else that the project knows, without a model. In which language the text is shows in its words. Sentences of the project are
 * left out, those that are held out above all.
 *
 * @param text a file, may be gzip
 * @param threads that translate; 0 for one for each processor
 */
public record BackTranslation(Project project, Path text, int threads) implements Job<BackTranslation.Made> {

    /** So many lines tell the language of a text. */
    private static final int LOOKED_AT = 500;

    /** A text that has fewer of its words in either language is in neither. */
    private static final double LEAST_KNOWN = 0.2;

    /**
     * What was made.
     *
     * @param side which the text is in
     */
    public record Made(Side side, CorpusInfo corpus, BackTranslator.Outcome outcome) {}

    @Override
    public String title() {
        return "Make synthetic pairs of " + text.getFileName();
    }

    @Override
    public Made run(Progress progress) throws HydraException {
        LanguageTag source = project.info().sourceLanguage();
        LanguageTag target = project.info().targetLanguage();
        Knowledge there = project.knowledge().live(Side.SOURCE, source, target, progress).knowledge();
        Side side = side(there);
        Knowledge knowledge = side == Side.SOURCE ? there : project.knowledge().live(Side.TARGET, target, source, progress).knowledge();
        JudgedTranslator translator = project.decoding().now(side).translator(knowledge, null);
        BackTranslator.Choice choice = new BackTranslator.Choice(0, Long.MAX_VALUE, heldOut(project, side));
        BackTranslator maker = new BackTranslator(translator, knowledge, choice, threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
        Path folder = Folders.temporary("hydra-synthetic");
        try {
            Path pairs = folder.resolve("pairs.tsv");
            BackTranslator.Outcome outcome = write(maker, side, pairs, progress);
            if (outcome.made() == 0) {
                throw InputException.in(text, "no pair could be made of it: " + told(outcome.left()));
            }
            ImportRequest request = ImportRequest.of(pairs)
                    .withName(text.getFileName() + ", translated")
                    .withRole(CorpusRole.SYNTHETIC)
                    .withOrigin(text.getFileName() + ", " + project.info().language(side) + ", translated by this project");
            return new Made(side, project.work().importCorpus(request).run(progress).getFirst(), outcome);
        } finally {
            Folders.delete(folder);
        }
    }

    private BackTranslator.Outcome write(BackTranslator maker, Side side, Path pairs, Progress progress) throws HydraException {
        BackTranslator.Outcome[] outcome = new BackTranslator.Outcome[1];
        try (TextLines lines = TextLines.open(text)) {
            AtomicFiles.write(pairs, stream -> {
                Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
                outcome[0] = maker.run(
                        lines,
                        (line, answer) -> writer.write(
                                side == Side.SOURCE ? Tsv.row(line, answer.text()) : Tsv.row(answer.text(), line)),
                        progress);
                writer.flush();
            });
        }
        return outcome[0];
    }

    /** In which language the text is, by how many of its words are known there. */
    private Side side(Knowledge knowledge) throws HydraException {
        double sources = 0;
        double targets = 0;
        int count = 0;
        try (TextLines lines = TextLines.open(text)) {
            for (String line = lines.next(); line != null && count < LOOKED_AT; line = lines.next()) {
                if (!line.isBlank()) {
                    sources += knowledge.phrases().known(Side.SOURCE, line.strip());
                    targets += knowledge.phrases().known(Side.TARGET, line.strip());
                    count++;
                }
            }
        }
        if (count == 0) {
            throw InputException.in(text, "is empty; a text with a sentence a line is needed");
        }
        if (Math.max(sources, targets) < LEAST_KNOWN * count) {
            throw InputException.in(text, "does not look like %s or %s: the project knows hardly any of its words".formatted(
                    project.info().sourceLanguage().englishName(), project.info().targetLanguage().englishName()));
        }
        return sources >= targets ? Side.SOURCE : Side.TARGET;
    }

    /** The sentences of one side that a project keeps to measure with. */
    public static Set<String> heldOut(Project project, Side side) throws HydraException {
        Set<String> held = new HashSet<>();
        for (CorpusRole role : List.of(CorpusRole.DEVELOPMENT, CorpusRole.TEST)) {
            for (SentencePair pair : project.corpora().first(role, Integer.MAX_VALUE)) {
                held.add((side == Side.SOURCE ? pair.source() : pair.target()).strip());
            }
        }
        return held;
    }

    /** Why lines were left out, as a person reads it. */
    public static String told(Map<BackTranslator.Reason, Long> left) {
        return left.isEmpty()
                ? "nothing"
                : left.entrySet().stream()
                        .map(each -> "%,d %s".formatted(each.getValue(), told(each.getKey())))
                        .collect(Collectors.joining(", "));
    }

    private static String told(BackTranslator.Reason reason) {
        return switch (reason) {
            case BLANK -> "blank";
            case REPEATED -> "repeated";
            case NAMED -> "translated already or held out";
            case UNKNOWN_WORD -> "with a word that was never seen";
            case UNSURE -> "whose translation is too unsure";
        };
    }
}
