package org.hydraworkbench.model;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Generation.Ending;

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
        try (Session session = new Session(body, progress)) {
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
            if (options.beams() > 1) {
                return new BeamSearch(session, output, options, seen, progress).run(listener);
            }
            return oneByOne(session, output, options, seen, listener, progress);
        }
    }

    private static Generation oneByOne(
            Session session,
            TokenTable output,
            GenerationOptions options,
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
