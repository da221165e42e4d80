package org.hydraworkbench.app.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.Evidence;
import org.hydraworkbench.decode.choice.HydraJudge;
import org.hydraworkbench.decode.choice.JudgedTranslator;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.translation.LiveKnowledge;
import org.hydraworkbench.text.Offsets;
import org.hydraworkbench.text.SentenceSplitter;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * An answer by what the project's sentences teach.
 *
 * @param confidence expected chrF, 0 to 100
 * @param logProbability of the choice, natural
 * @param others what else could have been chosen, the most likely first
 * @param shaped its stretches, in their order
 */
record JudgedAnswer(String text, double confidence, double logProbability, List<String> others, List<Shaped> shaped) {

    /**
     * Translates, a long text sentence by sentence; not for the JavaFX thread.
     *
     * @param from the side of the project that the text belongs to
     * @param judge null for none
     */
    static JudgedAnswer of(Project project, Side from, String text, @Nullable HydraJudge judge, Progress progress)
            throws HydraException {
        LiveKnowledge live = live(project, from, progress);
        Decoding decoding = project.decoding().now(from);
        Offsets asked = Offsets.of(text);
        StringBuilder written = new StringBuilder();
        List<Shaped> shaped = new ArrayList<>();
        List<JudgedTranslator.Answer> answers = new ArrayList<>();
        double confidence = 0;
        int length = 0;
        int done = 0;
        SentenceSplitter splitter = SentenceSplitter.of(project.info().language(from));
        for (Span part : splitter.parts(text, each -> live.knowledge().confirmed(each).isPresent())) {
            String sentence = asked.slice(part);
            JudgedTranslator.Answer answer = answer(live, decoding, sentence, judge, progress);
            written.append(asked.slice(done, part.start()));
            shaped.addAll(shaped(live, sentence, answer, written.length()));
            written.append(answer.text());
            confidence += answer.confidence() * part.length();
            length += part.length();
            answers.add(answer);
            done = part.end();
        }
        List<String> others = answers.size() == 1
                ? answers.getFirst().others().stream().map(JudgedTranslator.Other::text).toList()
                : List.of();
        return new JudgedAnswer(
                written.toString(),
                length == 0 ? 100 : confidence / length,
                answers.stream().mapToDouble(JudgedTranslator.Answer::logProbability).sum(),
                others,
                shaped);
    }

    /** @param at where the answer begins (UTF-16) */
    private static List<Shaped> shaped(LiveKnowledge live, String sentence, JudgedTranslator.Answer answer, int at) {
        Offsets asked = Offsets.of(sentence);
        Offsets answered = Offsets.of(answer.text());
        List<Shaped> shaped = new ArrayList<>();
        for (Evidence each : Evidence.of(sentence, answer)) {
            long pair = each.pair() < 0 ? 0 : live.pair(each.pair()).orElse(0);
            shaped.add(new Shaped(
                    at + answered.toUtf16(each.target().start()),
                    at + answered.toUtf16(each.target().end()),
                    each.source().stream().map(asked::slice).collect(Collectors.joining(" … ")),
                    each.kind(),
                    each.sureness(),
                    pair,
                    each.pair() < 0 ? "" : seen(live.knowledge().pair(each.pair()))));
        }
        return shaped;
    }

    /** What the project's sentences teach now. */
    static LiveKnowledge live(Project project, Side from, Progress progress) throws HydraException {
        return project.knowledge().live(from, project.info().language(from), project.info().language(from.other()), progress);
    }

    /**
     * Translates a sentence.
     *
     * @param decoding what translations are chosen by
     * @param judge null for none
     */
    static JudgedTranslator.Answer answer(
            LiveKnowledge live, Decoding decoding, String text, @Nullable HydraJudge judge, Progress progress)
            throws HydraException {
        return decoding.translator(live.knowledge(), judge).translate(text, progress);
    }

    private static String seen(SentencePair pair) {
        return pair.source() + "\n" + pair.target();
    }
}
