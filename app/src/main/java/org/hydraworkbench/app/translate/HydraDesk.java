package org.hydraworkbench.app.translate;

import java.nio.file.Path;
import org.hydraworkbench.app.shell.Settings;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.PromptTemplate;
import org.hydraworkbench.hydra.RowOverlay;
import org.hydraworkbench.hydra.Translation;
import org.hydraworkbench.hydra.TranslationListener;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * The Hydra that answers, kept loaded between two questions and loaded anew when another one becomes current. Everything here
 * runs on the tensor thread.
 */
final class HydraDesk implements AutoCloseable {

    private @Nullable TensorRuntime runtime;
    private @Nullable HydraModel model;
    private @Nullable Path folder;

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

    Translation answer(Question question, String text, TranslationListener listener, Progress progress)
            throws HydraException {
        HydraModel open = open(question, progress);
        open.overlay(LanguageTag.parse(question.overlaid()), question.overlay());
        PromptTemplate template = open.manifest()
                .template(question.template())
                .orElse(open.manifest().templates().getFirst());
        return open.translate(
                LanguageTag.parse(question.from()),
                LanguageTag.parse(question.to()),
                text,
                template,
                question.decoding().options(question.seed()),
                listener,
                progress);
    }

    private HydraModel open(Question question, Progress progress) throws HydraException {
        HydraModel open = model;
        if (open != null && question.folder().equals(folder)) {
            return open;
        }
        closeModel();
        TensorRuntime started = runtime;
        if (started == null) {
            started = TensorRuntime.open(question.settings().runtimeOptions());
            runtime = started;
        }
        open = HydraModel.open(started, question.folder(), progress);
        model = open;
        folder = question.folder();
        return open;
    }

    private void closeModel() {
        if (model != null) {
            model.close();
            model = null;
            folder = null;
        }
    }

    /** Gives the memory back. */
    @Override
    public void close() {
        closeModel();
        if (runtime != null) {
            runtime.close();
            runtime = null;
        }
    }
}
