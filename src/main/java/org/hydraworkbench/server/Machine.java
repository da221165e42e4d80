package org.hydraworkbench.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.JudgedTranslator;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.document.tags.SegmentAnswer;
import org.hydraworkbench.hydra.Translation;
import org.hydraworkbench.server.ServedTranslator.Answer;
import org.hydraworkbench.text.LanguagePair;
import org.jspecify.annotations.Nullable;

/** What translates the sentences of one direction. Safe for use by several threads. */
sealed interface Machine {

    /** Translates a sentence. */
    Said translate(String sentence, Progress progress) throws HydraException;

    /**
     * A translation of a sentence.
     *
     * @param linked with the words of the sentence, as far as that is known; its confidence is NaN where that is not known
     * @param alternatives other translations, the best first
     */
    record Said(SegmentAnswer linked, List<String> alternatives) {

        /** What a program is told. */
        Answer answer() {
            return new Answer(linked.text(), linked.confidence(), alternatives);
        }
    }

    /** What a person said of this very text. */
    Optional<String> said(String text, Progress progress) throws HydraException;

    /**
     * Takes in what a person says.
     *
     * @param answer how the text was translated before
     */
    void confirm(SentencePair texts, String answer) throws HydraException;

    /** What it knows now. */
    Optional<Knowledge> knowledge(Progress progress) throws HydraException;

    /**
     * By what a bitext teaches, with a Hydra as judge or without.
     *
     * @param lesson which has knowledge
     */
    record Judged(LanguagePair direction, Lesson lesson, @Nullable ServedHydra hydra) implements Machine {

        @Override
        public Said translate(String sentence, Progress progress) throws HydraException {
            Knowledge now = knowledge(progress).orElseThrow();
            Decoding decoding = lesson.decoding();
            JudgedTranslator.Answer answer = hydra == null || now.confirmed(sentence).isPresent()
                    ? decoding.translator(now, null).translate(sentence, progress)
                    : hydra.judging(
                            direction, judge -> decoding.translator(now, judge).translate(sentence, progress), progress);
            return new Said(
                    SegmentAnswer.of(answer), answer.others().stream().map(JudgedTranslator.Other::text).toList());
        }

        @Override
        public Optional<String> said(String text, Progress progress) throws HydraException {
            return knowledge(progress).orElseThrow().confirmed(text).map(Map.Entry::getValue);
        }

        @Override
        public void confirm(SentencePair texts, String answer) throws HydraException {
            lesson.confirm(texts, answer);
        }

        @Override
        public Optional<Knowledge> knowledge(Progress progress) throws HydraException {
            return lesson.knowledge(progress);
        }
    }

    /**
     * By a Hydra, which learns nothing new: of what a person says only the very text is known again.
     *
     * @param sayings translations by texts; grows
     */
    record Alone(LanguagePair direction, Lesson lesson, ServedHydra hydra, Map<String, String> sayings) implements Machine {

        private static final double CERTAIN = 100;

        @Override
        public Said translate(String sentence, Progress progress) throws HydraException {
            Optional<String> said = said(sentence, progress);
            if (said.isPresent()) {
                return new Said(new SegmentAnswer(said.get(), Alignment.empty(), CERTAIN, 0, true), List.of());
            }
            Translation written = hydra.translate(direction, sentence, progress);
            return new Said(new SegmentAnswer(written.text(), Alignment.empty(), Double.NaN, 0, false), written.alternatives());
        }

        @Override
        public Optional<String> said(String text, Progress progress) {
            return Optional.ofNullable(sayings.get(text));
        }

        @Override
        public void confirm(SentencePair texts, String answer) throws HydraException {
            lesson.confirm(texts, answer);
            sayings.put(texts.source(), texts.target());
        }

        @Override
        public Optional<Knowledge> knowledge(Progress progress) {
            return Optional.empty();
        }
    }
}
