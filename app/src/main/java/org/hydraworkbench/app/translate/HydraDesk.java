package org.hydraworkbench.app.translate;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.app.shell.LoadedHydra;
import org.hydraworkbench.app.shell.Settings;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.decode.choice.HydraJudge;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.PromptTemplate;
import org.hydraworkbench.hydra.RowOverlay;
import org.hydraworkbench.hydra.Translation;
import org.hydraworkbench.hydra.TranslationListener;
import org.hydraworkbench.text.LanguageTag;

/** The Hydra that answers. Everything here runs on the tensor thread. */
final class HydraDesk {

    private final LoadedHydra hydra;

    HydraDesk(LoadedHydra hydra) {
        this.hydra = hydra;
    }

    /**
     * What to translate and how.
     *
     * @param folder of the Hydra
     * @param template name of the prompt template
     * @param seed of draws
     * @param overlay what edits add to the tables of {@code overlaid}
     * @param overlaid language tag
     */
    record Question(
            Path folder,
            String from,
            String to,
            String template,
            Decoding decoding,
            long seed,
            RowOverlay overlay,
            String overlaid,
            Settings settings) {}

    /**
     * Its own translation of a text.
     *
     * @param terms what the translation must have
     */
    Translation answer(Question question, String text, List<String> terms, TranslationListener listener, Progress progress)
            throws HydraException {
        return judge(question, progress).writeAlone(text, terms, listener, progress);
    }

    /** The Hydra as writer and judge of answers. */
    HydraJudge judge(Question question, Progress progress) throws HydraException {
        HydraModel open = hydra.open(question.folder(), question.settings().runtimeOptions(), progress);
        open.overlay(LanguageTag.parse(question.overlaid()), question.overlay());
        return new HydraJudge(
                open,
                LanguageTag.parse(question.from()),
                LanguageTag.parse(question.to()),
                template(open, question),
                question.decoding().options(question.seed()));
    }

    private static PromptTemplate template(HydraModel open, Question question) {
        return open.manifest().template(question.template()).orElse(open.manifest().templates().getFirst());
    }
}
