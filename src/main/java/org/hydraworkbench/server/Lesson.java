package org.hydraworkbench.server;

import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.Knowledge;

/** What there is to know for one direction, and what becomes of what people say. Safe for use by several threads. */
public interface Lesson {

    /** What is known now; asked for before every translation. Empty where there is nothing but a Hydra. */
    Optional<Knowledge> knowledge(Progress progress) throws HydraException;

    /** What translations by the knowledge are chosen by; asked for before every translation. */
    default Decoding decoding() throws HydraException {
        return Decoding.usual();
    }

    /** What people said of very texts, where there is no knowledge that has it: translations by texts. */
    default Map<String, String> sayings() throws HydraException {
        return Map.of();
    }

    /**
     * Takes in what a person said, so that the knowledge has it from now on.
     *
     * @param texts the text, and what the person said
     * @param answer how it was translated before
     */
    void confirm(SentencePair texts, String answer) throws HydraException;

    /** Of knowledge that is not kept anywhere. */
    static Lesson of(Knowledge knowledge, Decoding decoding) {
        return new Lesson() {
            @Override
            public Decoding decoding() {
                return decoding;
            }

            @Override
            public Optional<Knowledge> knowledge(Progress progress) {
                return Optional.of(knowledge);
            }

            @Override
            public void confirm(SentencePair texts, String answer) throws HydraException {
                knowledge.correct(texts.source(), answer, texts.target());
            }
        };
    }

    /** Where there is nothing but a Hydra, and nothing is kept. */
    static Lesson none() {
        return new Lesson() {
            @Override
            public Optional<Knowledge> knowledge(Progress progress) {
                return Optional.empty();
            }

            @Override
            public void confirm(SentencePair texts, String answer) {}
        };
    }
}
