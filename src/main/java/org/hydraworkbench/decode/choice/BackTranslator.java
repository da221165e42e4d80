package org.hydraworkbench.decode.choice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/**
 * Makes synthetic pairs of a text in one language, by translating it: a Hydra that is tuned on them too learns from what people wrote to
 * read its translation (back-translation: Sennrich et al. 2016), and to translate as all that is known of translating does (Kim and Rush
 * 2016). Left out is what would teach nonsense.
 */
public final class BackTranslator {

    /** Sentences that are translated at a time. */
    private static final int BATCH = 256;

    private final JudgedTranslator translator;
    private final Knowledge knowledge;
    private final Choice choice;
    private final int threads;
    private final Set<String> known = new HashSet<>();

    /**
     * Which sentences pairs are made of.
     *
     * @param least confidence of a translation, 0 to 100
     * @param most pairs
     * @param out sentences that are left out, stripped, beside those whose translation is known: those that are held out to measure with
     */
    public record Choice(double least, long most, Set<String> out) {}

    /** Why a line is left out. */
    public enum Reason {
        /** It is blank. */
        BLANK,
        /** It stood there before. */
        REPEATED,
        /** It is among those to leave out, or its translation is known. */
        NAMED,
        /** It has a word that was never seen, which would only be copied. */
        UNKNOWN_WORD,
        /** Its translation is too unsure. */
        UNSURE
    }

    /** Takes pairs. */
    @FunctionalInterface
    public interface Sink {
        void take(String text, JudgedTranslator.Answer translation) throws IOException, HydraException;
    }

    /**
     * What became of a text.
     *
     * @param made pairs
     * @param left lines left out, by reason
     */
    public record Outcome(long made, Map<Reason, Long> left) {}

    /**
     * A maker of pairs.
     *
     * @param knowledge what {@code translator} knows
     * @param threads that translate; with a model it is one
     */
    public BackTranslator(JudgedTranslator translator, Knowledge knowledge, Choice choice, int threads) {
        this.translator = translator;
        this.knowledge = knowledge;
        this.choice = choice;
        this.threads = translator.hasModel() ? 1 : threads;
        for (int number = 0; number < knowledge.size(); number++) {
            known.add(knowledge.pair(number).source().strip());
        }
    }

    /**
     * Translates a text line by line, in its order.
     *
     * @throws IOException what {@code sink} throws
     */
    public Outcome run(TextLines lines, Sink sink, Progress progress) throws IOException, HydraException {
        progress.message("Translating " + lines.path());
        Map<Reason, Long> left = new EnumMap<>(Reason.class);
        Set<String> seen = new HashSet<>();
        long made = 0;
        try (Workers workers = new Workers(threads)) {
            boolean end = false;
            while (!end && made < choice.most) {
                List<String> batch = new ArrayList<>();
                while (!end && batch.size() < BATCH) {
                    String line = lines.next();
                    end = line == null;
                    if (line != null) {
                        String text = line.strip();
                        Reason reason = reason(text, seen);
                        if (reason == null) {
                            batch.add(text);
                        } else {
                            left.merge(reason, 1L, Long::sum);
                        }
                    }
                }
                JudgedTranslator.Answer[] answers = new JudgedTranslator.Answer[batch.size()];
                workers.run(answers.length, progress, (k, worker) -> answers[k] = translator.translate(batch.get(k), progress));
                for (int k = 0; k < answers.length && made < choice.most; k++) {
                    if (answers[k].text().isBlank() || answers[k].confidence() < choice.least) {
                        left.merge(Reason.UNSURE, 1L, Long::sum);
                    } else {
                        sink.take(batch.get(k), answers[k]);
                        made++;
                    }
                }
                progress.update(lines.bytesRead(), lines.bytesTotal());
                progress.checkCancelled();
            }
        }
        return new Outcome(made, left);
    }

    private @Nullable Reason reason(String text, Set<String> seen) {
        if (text.isBlank()) {
            return Reason.BLANK;
        }
        if (!seen.add(text)) {
            return Reason.REPEATED;
        }
        if (choice.out.contains(text) || known.contains(text)) {
            return Reason.NAMED;
        }
        return knowledge.phrases().known(Side.SOURCE, text) < 1 ? Reason.UNKNOWN_WORD : null;
    }
}
