package org.hydraworkbench.app.parts;

import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.project.corpora.CorpusRole;

/** What the roles of corpora are called where; one that the texts do not know has the name that it gives itself. */
public final class RoleTexts {

    private RoleTexts() {}

    /** The text of a role below a key, {@code corpus.role} for instance. */
    public static String of(String key, CorpusRole role) {
        String text = key + "." + role.code();
        return Texts.has(text) ? Texts.get(text) : role.title();
    }

    /** The roles to choose from, called by the texts below a key. */
    public static Names<CorpusRole> names(String key) {
        return new Names<>(role -> of(key, role));
    }
}
