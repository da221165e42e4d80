package org.hydraworkbench.server;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.decode.choice.HydraJudge;
import org.hydraworkbench.hydra.HydraManifest;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.PromptTemplate;
import org.hydraworkbench.hydra.Translation;
import org.hydraworkbench.hydra.TranslationListener;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.text.LanguagePair;

/** A Hydra that several threads ask: one after the other, in the order in which they come. */
public final class ServedHydra {

    private final Desk desk;
    private final List<LanguagePair> directions;
    private final GenerationOptions options;

    /** Where it is asked. */
    public interface Desk {

        /** Does something with it when it is one's turn, and waits for that. */
        <R> R ask(Question<R> question, Progress progress) throws HydraException;
    }

    /** What is done with it when it is one's turn. */
    @FunctionalInterface
    public interface Question<R> {

        R ask(HydraModel hydra) throws HydraException;
    }

    /** What is done with it as a judge of translations. */
    @FunctionalInterface
    interface Judging<R> {

        R judge(HydraJudge judge) throws HydraException;
    }

    /**
     * @param manifest of the Hydra
     * @param options how it writes, with its usual template
     */
    public ServedHydra(Desk desk, HydraManifest manifest, GenerationOptions options) {
        this.desk = desk;
        this.directions = manifest.possible();
        this.options = options;
    }

    /**
     * A desk for one that nobody else uses.
     *
     * @param hydra open for as long as this is used
     */
    public static Desk alone(HydraModel hydra) {
        ReentrantLock turn = new ReentrantLock(true);
        return new Desk() {
            @Override
            public <R> R ask(Question<R> question, Progress progress) throws HydraException {
                turn.lock();
                try {
                    progress.checkCancelled(); // it may have been long
                    return question.ask(hydra);
                } finally {
                    turn.unlock();
                }
            }
        };
    }

    /** Whether it can translate so. */
    boolean translates(LanguagePair direction) {
        return directions.contains(direction);
    }

    /** Has it judge translations. */
    <R> R judging(LanguagePair direction, Judging<R> judging, Progress progress) throws HydraException {
        return desk.ask(
                hydra -> judging.judge(new HydraJudge(hydra, direction.from(), direction.to(), template(hydra), options)), progress);
    }

    /** Its own translation. */
    Translation translate(LanguagePair direction, String sentence, Progress progress) throws HydraException {
        return desk.ask(
                hydra -> hydra.translate(
                        direction.from(), direction.to(), sentence, template(hydra), options, TranslationListener.none(), progress),
                progress);
    }

    private static PromptTemplate template(HydraModel hydra) {
        return hydra.manifest().templates().getFirst();
    }
}
