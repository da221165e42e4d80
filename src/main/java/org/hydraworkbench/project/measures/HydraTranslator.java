package org.hydraworkbench.project.measures;

import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.QuietProgress;
import org.hydraworkbench.decode.choice.HydraJudge;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.PromptTemplate;
import org.hydraworkbench.hydra.TranslationListener;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.settings.EvaluationSettings;
import org.hydraworkbench.text.Tsv;

/**
 * A Hydra that translates from a project's source language with its usual template, as it is measured.
 *
 * @param model open for as long as this is used
 */
public record HydraTranslator(HydraModel model, ProjectInfo project, GenerationOptions options) {

    /** Translates as the settings say. */
    public static HydraTranslator of(HydraModel model, ProjectInfo project, EvaluationSettings settings) {
        return new HydraTranslator(model, project, GenerationOptions.greedy(settings.maxTokens()).withBeams(settings.beams()));
    }

    private PromptTemplate template() {
        return model.manifest().templates().getFirst();
    }

    /** The translation of a sentence, on one line. */
    public String translate(String source, Progress progress) throws HydraException {
        return Tsv.cell(model.translate(
                        project.sourceLanguage(),
                        project.targetLanguage(),
                        source,
                        template(),
                        options,
                        TranslationListener.none(),
                        new QuietProgress(progress))
                .text());
    }

    /** The same Hydra as a judge of what others translate. */
    HydraJudge judge() {
        return new HydraJudge(model, project.sourceLanguage(), project.targetLanguage(), template(), options);
    }
}
