package org.hydraworkbench.model.generation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.Session;
import org.jspecify.annotations.Nullable;

/**
 * Continues prompts, one or several at a time, each part of which may be read through another table, with tokens of one output table. What
 * was read is kept: a prompt that begins as one before, and goes on as that was answered, is read from where it differs. Belongs to one
 * thread at a time, and to one decoder, which outlives it.
 */
public final class Generator implements AutoCloseable {

    private final Decoder body;
    private @Nullable Session session;

    /** A generator that has read nothing. */
    public Generator(Decoder body) {
        this.body = body;
    }

    /** Takes continuations. */
    @FunctionalInterface
    public interface Taker {

        /**
         * Takes one.
         *
         * @param number of the request, from 0; they come in any order
         */
        void take(int number, Generation generation) throws HydraException;
    }

    /**
     * Continues a prompt. Cancelling takes effect between kernel calls.
     *
     * @param listener hears of each token
     * @throws org.hydraworkbench.base.InputException when the prompt is empty or longer than the context
     */
    public Generation generate(GenerationRequest request, TokenListener listener, Progress progress) throws HydraException {
        List<Generation> made = new ArrayList<>();
        new Batch(session(progress), List.of(request), 1, listener).run((number, generation) -> made.add(generation), progress);
        return made.getFirst();
    }

    /** Continues prompts, at most {@code batch} at a time; each as it would be alone. */
    public List<Generation> generate(List<GenerationRequest> requests, int batch, Progress progress) throws HydraException {
        List<@Nullable Generation> made = new ArrayList<>(Collections.nCopies(requests.size(), null));
        generate(requests, batch, made::set, progress);
        return made.stream().map(Objects::requireNonNull).toList();
    }

    /**
     * Continues prompts of one output table, at most {@code batch} at a time; each as it would be alone.
     *
     * @param taker gets each as soon as it has ended
     */
    public void generate(List<GenerationRequest> requests, int batch, Taker taker, Progress progress) throws HydraException {
        if (!requests.isEmpty()) {
            new Batch(session(progress), requests, batch, TokenListener.none()).run(taker, progress);
        }
    }

    /** How many positions were computed so far, of all prompts and what was written. */
    public long computed() {
        return session == null ? 0 : session.computed();
    }

    private Session session(Progress progress) throws HydraException {
        Session open = session == null ? new Session(body) : session;
        session = open;
        open.watch(progress);
        return open;
    }

    /** Forgets what was read: the weights are others now. */
    public void forget() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    @Override
    public void close() {
        forget();
    }
}
