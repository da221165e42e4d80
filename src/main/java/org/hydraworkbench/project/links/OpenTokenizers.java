package org.hydraworkbench.project.links;

import java.util.HashMap;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.TokenizerFolder;

/** The tokenizers of a project's artefacts, each loaded once and kept until the project closes. Safe for several threads. */
public final class OpenTokenizers implements AutoCloseable {

    private final Map<Long, Tokenizer> open = new HashMap<>();

    /** The tokenizer of an artefact. */
    public synchronized Tokenizer get(Artefact artefact) throws HydraException {
        Tokenizer known = open.get(artefact.id());
        if (known == null) {
            known = Tokenizer.load(artefact.folder());
            open.put(artefact.id(), known);
        }
        return known;
    }

    /** Whether a base model reads text with this tokenizer, so that the one's tokens are the rows of the other's tables. */
    public static boolean isOwn(Artefact model, Artefact tokenizer) throws HydraException {
        return TokenizerFolder.hash(model.folder()).equals(TokenizerFolder.hash(tokenizer.folder()));
    }

    @Override
    public synchronized void close() {
        open.values().forEach(Tokenizer::close);
        open.clear();
    }
}
