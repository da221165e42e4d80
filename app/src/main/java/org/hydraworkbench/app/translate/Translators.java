package org.hydraworkbench.app.translate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.hydra.HydraManifest;
import org.hydraworkbench.hydra.PromptTemplate;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.text.LanguageTag;

/**
 * What a project can translate with.
 *
 * @param hydra its Hydra in use; empty when there is none
 * @param taught whether its sentences are aligned, so that they teach
 * @param languages that can be translated from and to
 * @param templates the names of the Hydra's prompt templates, the usual one first
 * @param from the language of the project that the model knew
 * @param to the language it learned
 */
public record Translators(
        Optional<Artefact> hydra, boolean taught, List<String> languages, List<String> templates, String from, String to) {

    static final Translators NONE = new Translators(Optional.empty(), false, List.of(), List.of(), "", "");

    public Translators {
        languages = List.copyOf(languages);
        templates = List.copyOf(templates);
    }

    static Translators read(Project project) throws HydraException {
        Optional<Artefact> hydra = project.artefacts().hydra();
        boolean taught = project.artefacts().inUse().get(Slot.alignment(project.info())).isPresent();
        String from = project.info().sourceLanguage().toString();
        String to = project.info().targetLanguage().toString();
        if (hydra.isEmpty()) {
            return new Translators(hydra, taught, taught ? List.of(from, to) : List.of(), List.of(), from, to);
        }
        HydraManifest manifest = HydraManifest.read(hydra.get().folder());
        return new Translators(
                hydra,
                taught,
                manifest.languages().stream().map(LanguageTag::toString).toList(),
                manifest.templates().stream().map(PromptTemplate::name).toList(),
                from,
                to);
    }

    /** What can answer between two languages; the project's sentences teach between its own two alone. */
    List<AnswerBy> between(String fromTag, String toTag) {
        boolean any = languages.contains(fromTag) && languages.contains(toTag);
        boolean own = taught && (fromTag.equals(from) && toTag.equals(to) || fromTag.equals(to) && toTag.equals(from));
        return Arrays.stream(AnswerBy.values())
                .filter(by -> any && switch (by) {
                    case EVERYTHING -> own && hydra.isPresent();
                    case PHRASES -> own;
                    case HYDRA -> hydra.isPresent();
                })
                .toList();
    }

    /** Whether there is anything at all that answers. */
    boolean any() {
        return taught || hydra.isPresent();
    }
}
