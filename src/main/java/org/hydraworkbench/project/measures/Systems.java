package org.hydraworkbench.project.measures;

import java.util.EnumMap;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.JudgedTranslator;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.decode.phrase.Phrases;
import org.jspecify.annotations.Nullable;

/** The systems that a project can run. */
final class Systems {

    /** One of them. */
    @FunctionalInterface
    interface Translator {

        Said translate(String source, Progress progress) throws HydraException;
    }

    /**
     * A translation.
     *
     * @param confidence the chrF that is expected of it, 0 to 100; NaN where the system does not say
     */
    record Said(String text, double confidence) {

        static Said of(String text) {
            return new Said(text, Double.NaN);
        }
    }

    private Systems() {}

    /**
     * Those for which there is what they need.
     *
     * @param knowledge what the project's sentences teach; null where nothing is aligned
     * @param decoding what translations are chosen by
     * @param hydra null where there is none
     */
    static Map<MeasuredSystem, Translator> of(@Nullable Knowledge knowledge, Decoding decoding, @Nullable HydraTranslator hydra) {
        Map<MeasuredSystem, Translator> systems = new EnumMap<>(MeasuredSystem.class);
        systems.put(MeasuredSystem.COPYING, (source, progress) -> Said.of(source));
        if (knowledge != null) {
            Phrases phrases = knowledge.phrases();
            systems.put(MeasuredSystem.NEAREST, (source, progress) -> Said.of(
                    knowledge.memory().find(source, 1).stream().findFirst().map(match -> match.text().target()).orElse("")));
            systems.put(MeasuredSystem.GLOSS, (source, progress) -> Said.of(phrases.gloss(source)));
            systems.put(MeasuredSystem.PHRASES, (source, progress) -> Said.of(
                    phrases.translate(source, decoding.phrases(), Phrases.BEAM, 1).getFirst().text()));
            systems.put(MeasuredSystem.WITHOUT_HYDRA, judged(knowledge, decoding, null));
        }
        if (hydra != null) {
            systems.put(MeasuredSystem.HYDRA, (source, progress) -> Said.of(hydra.translate(source, progress)));
        }
        if (knowledge != null && hydra != null) {
            systems.put(MeasuredSystem.EVERYTHING, judged(knowledge, decoding, hydra));
        }
        return systems;
    }

    private static Translator judged(Knowledge knowledge, Decoding decoding, @Nullable HydraTranslator hydra) {
        JudgedTranslator translator = decoding.translator(knowledge, hydra == null ? null : hydra.judge());
        return (source, progress) -> {
            JudgedTranslator.Answer answer = translator.translate(source, progress);
            return new Said(answer.text(), answer.confidence());
        };
    }
}
