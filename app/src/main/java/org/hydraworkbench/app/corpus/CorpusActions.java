package org.hydraworkbench.app.corpus;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import org.hydraworkbench.app.parts.RoleTexts;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.CorpusRole;

/**
 * What can be done with the chosen corpus.
 *
 * @param show shows its sentences and no others
 * @param roles uses it for each of the roles, save for the one it has
 */
record CorpusActions(ActionSpec show, ActionSpec rename, List<ActionSpec> roles, ActionSpec licence, ActionSpec remove) {

    CorpusActions {
        roles = List.copyOf(roles);
    }

    static CorpusActions of(CorpusViewModel model) {
        CorporaViewModel corpora = model.manager();
        var chosen = corpora.chosenProperty().isNotNull();
        var hidden = Bindings.createBooleanBinding(
                () -> {
                    CorpusInfo corpus = corpora.chosenProperty().get();
                    return corpus != null && !corpus.equals(model.corpusProperty().get());
                },
                corpora.chosenProperty(),
                model.corpusProperty());
        List<ActionSpec> roles = new ArrayList<>();
        for (CorpusRole role : CorpusRole.values()) {
            var another = Bindings.createBooleanBinding(
                    () -> {
                        CorpusInfo corpus = corpora.chosenProperty().get();
                        return corpus != null && corpus.role() != role && corpus.role() != CorpusRole.SYNTHETIC;
                    },
                    corpora.chosenProperty());
            roles.add(ActionSpec.of("corpus.use." + role.code(), () -> corpora.use(role))
                    .withTextKey("action.corpus.use", RoleTexts.of("corpus.role", role))
                    .enabledWhen(another));
        }
        return new CorpusActions(
                ActionSpec.of("corpus.show", () -> model.corpusProperty().set(corpora.chosenProperty().get()))
                        .enabledWhen(hidden),
                ActionSpec.of("corpus.rename", corpora::rename).enabledWhen(chosen),
                roles,
                ActionSpec.of("corpus.licence", corpora::licence).enabledWhen(chosen),
                ActionSpec.of("corpus.remove", corpora::remove).enabledWhen(chosen));
    }

    List<ActionSpec> all() {
        List<ActionSpec> all = new ArrayList<>(List.of(show, rename));
        all.addAll(roles);
        all.addAll(List.of(licence, remove));
        return all;
    }
}
