package org.hydraworkbench.app.translate;

import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.hydra.HydraManifest;
import org.hydraworkbench.hydra.PromptTemplate;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.text.LanguageTag;

/**
 * The current Hydra of a project.
 *
 * @param hydra which; empty when there is none
 * @param languages it has a head for
 * @param templates the names of its prompt templates, the usual one first
 * @param from the language of the project that the model knew
 * @param to the language it learned
 */
public record HydraState(
        Optional<Artefact> hydra, List<String> languages, List<String> templates, String from, String to) {

    static final HydraState NONE = new HydraState(Optional.empty(), List.of(), List.of(), "", "");

    public HydraState {
        languages = List.copyOf(languages);
        templates = List.copyOf(templates);
    }

    static HydraState read(Project project) throws HydraException {
        Optional<Artefact> hydra = project.artefacts().hydra();
        String from = project.info().sourceLanguage().toString();
        String to = project.info().targetLanguage().toString();
        if (hydra.isEmpty()) {
            return new HydraState(hydra, List.of(), List.of(), from, to);
        }
        HydraManifest manifest = HydraManifest.read(hydra.get().folder());
        return new HydraState(
                hydra,
                manifest.languages().stream().map(LanguageTag::toString).toList(),
                manifest.templates().stream().map(PromptTemplate::name).toList(),
                from,
                to);
    }
}
