package org.hydraworkbench.model.generation;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.model.generation.Generation.Ending;
import org.hydraworkbench.model.generation.Generation.Token;
import org.hydraworkbench.model.generation.Generation.TokenChance;
import org.jspecify.annotations.Nullable;

/** Writes the best token each time, or one that is drawn. */
final class TokenByToken implements Search {

    private final GenerationRequest request;
    private final GenerationOptions options;
    private final TokenListener listener;
    private final int limit;
    private final Sampler sampler;
    private final List<LogitsProcessor> penalties;
    private final IntArrayList text;
    private final List<Token> tokens = new ArrayList<>();
    private StopTexts.@Nullable State stopping;
    private double total;
    private @Nullable Ending ending;

    /**
     * @param limit at most so many tokens, at least 1
     * @param listener hears of each token
     */
    TokenByToken(GenerationRequest request, int limit, TokenListener listener) {
        this.request = request;
        this.options = request.options();
        this.listener = listener;
        this.limit = limit;
        this.sampler = new Sampler(options.sampling());
        this.penalties = options.penalties().processors();
        this.text = new IntArrayList(penalties.isEmpty() ? new int[0] : request.text());
        this.stopping = options.stopTexts().isNone() ? null : options.stopTexts().start(request.before());
    }

    @Override
    public void look(Step step, int[] rows) throws HydraException {
        int row = rows[0];
        if (request.nearest() != null) {
            step.normalise(row, request.nearest());
        }
        List<TokenChance> likeliest = step.likeliest(row, options.likeliest());
        int id = choose(step, row);
        double chosen = step.logProbability(row, id);
        total += chosen;
        if (options.stopIds().contains(id)) {
            ending = Ending.STOP_TOKEN;
            return;
        }
        tokens.add(new Token(id, chosen, likeliest));
        if (!penalties.isEmpty()) {
            text.add(id);
        }
        boolean goesOn = listener.token(id, chosen);
        if (stopping != null) {
            stopping = options.stopTexts().after(stopping, id);
        }
        if (stopping != null && stopping.isEnded()) {
            ending = Ending.STOP_TEXT;
        } else if (!goesOn) {
            ending = Ending.LISTENER;
        } else if (tokens.size() == limit) {
            ending = Ending.LENGTH;
        }
    }

    private int choose(Step step, int row) {
        int size = step.size();
        if (penalties.isEmpty() && !options.sampling().draws()) {
            return sampler.choose(step.values(), step.start(row), size);
        }
        // How likely the model holds the token is told without what chooses it.
        float[] own = Arrays.copyOfRange(step.values(), step.start(row), step.start(row) + size);
        penalties.forEach(each -> each.process(own, 0, size, text.toIntArray()));
        return sampler.choose(own, 0, size);
    }

    @Override
    public boolean isDone() {
        return ending != null;
    }

    @Override
    public int[] sources() {
        return new int[] {0};
    }

    @Override
    public int[] ids() {
        return new int[] {tokens.getLast().id()};
    }

    @Override
    public GenerationRequest request() {
        return request;
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public int length() {
        return tokens.size();
    }

    @Override
    public Generation result() {
        return new Generation(tokens, total, ending == null ? Ending.LENGTH : ending, List.of());
    }
}
