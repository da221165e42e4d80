package org.hydraworkbench.model;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Generation.Ending;
import org.jspecify.annotations.Nullable;

/** Continues a prompt, each part of which may be read through another table, with tokens of one output table. */
public final class Generator {

    private Generator() {}

    /**
     * Continues {@code prompt}. Cancelling takes effect between kernel calls.
     *
     * @param prompt at least one token in all
     * @param output the table whose tokens are written
     * @param listener hears of each token
     * @throws InputException when the prompt is empty or fills the context
     */
    public static Generation generate(
            Decoder body,
            List<PromptPart> prompt,
            TokenTable output,
            GenerationOptions options,
            TokenListener listener,
            Progress progress)
            throws HydraException {
        return generate(body, prompt, output, options, null, listener, progress);
    }

    /**
     * Continues {@code prompt} likewise.
     *
     * @param nearest shares in what comes next; null for nothing
     */
    public static Generation generate(
            Decoder body,
            List<PromptPart> prompt,
            TokenTable output,
            GenerationOptions options,
            @Nullable NearestTokens nearest,
            TokenListener listener,
            Progress progress)
            throws HydraException {
        try (Session session = new Session(body, progress)) {
            IntOpenHashSet seen = read(session, prompt, output);
            if (options.beams() > 1 || !options.required().isNothing()) {
                BeamSearch search = new BeamSearch(output, options, seen, nearest);
                BeamSearch.run(session, List.of(search), progress);
                return search.result(listener);
            }
            return oneByOne(session, output, options, nearest, seen, listener, progress);
        }
    }

    /**
     * Continues {@code prompt} twice, where {@code nearest} shares in what comes next, and where it does not. What is searched for is so in
     * both at the same time, which takes little longer than one.
     */
    public static List<Generation> withAndWithout(
            Decoder body,
            List<PromptPart> prompt,
            TokenTable output,
            GenerationOptions options,
            NearestTokens nearest,
            Progress progress)
            throws HydraException {
        if (!options.searches()) {
            return List.of(
                    generate(body, prompt, output, options, nearest, TokenListener.none(), progress),
                    generate(body, prompt, output, options, TokenListener.none(), progress));
        }
        try (Session session = new Session(body, progress)) {
            IntOpenHashSet seen = read(session, prompt, output);
            BeamSearch with = new BeamSearch(output, options, seen, nearest);
            BeamSearch without = new BeamSearch(output, options, seen, null);
            BeamSearch.run(session, List.of(with, without), progress);
            return List.of(with.result(TokenListener.none()), without.result(TokenListener.none()));
        }
    }

    /** The tokens of {@code output} in it. */
    private static IntOpenHashSet read(Session session, List<PromptPart> prompt, TokenTable output) throws HydraException {
        IntOpenHashSet seen = new IntOpenHashSet();
        for (PromptPart part : prompt) {
            session.append(part.table(), part.ids());
            if (part.table() == output) {
                for (int id : part.ids()) {
                    seen.add(id);
                }
            }
        }
        if (session.length() == 0) {
            throw new InputException("The prompt is empty; give the model at least one token to begin with.");
        }
        return seen;
    }

    private static Generation oneByOne(
            Session session,
            TokenTable output,
            GenerationOptions options,
            @Nullable NearestTokens nearest,
            IntOpenHashSet seen,
            TokenListener listener,
            Progress progress)
            throws HydraException {
        Sampler sampler = new Sampler(options);
        IntArrayList ids = new IntArrayList();
        double total = 0;
        Ending ending = Ending.LENGTH;
        // The last token need not be read again, so one more than there is room for can be written.
        int limit = Math.min(options.maxTokens(), session.room() + 1);
        while (ids.size() < limit) {
            progress.checkCancelled();
            if (!ids.isEmpty()) {
                session.append(output, new int[] {ids.getInt(ids.size() - 1)});
            }
            float[] scores = session.logits(output);
            if (nearest != null) {
                Scores.logSoftmax(scores, 0, scores.length);
                nearest.mix(scores, 0, scores.length, session.states(), 0);
            }
            double normaliser = Scores.logSum(scores, 0, scores.length);
            float[] plain = options.repetitionPenalty() == 1 ? scores : scores.clone();
            Scores.penalise(scores, 0, seen, options.repetitionPenalty());
            int id = sampler.choose(scores);
            double logProbability = plain[id] - normaliser;
            total += logProbability;
            if (options.stopIds().contains(id)) {
                ending = Ending.STOP_TOKEN;
                break;
            }
            ids.add(id);
            seen.add(id);
            progress.update(ids.size(), limit);
            if (!listener.token(id, logProbability)) {
                ending = Ending.LISTENER;
                break;
            }
        }
        return new Generation(ids.toIntArray(), total, ending, List.of());
    }
}
