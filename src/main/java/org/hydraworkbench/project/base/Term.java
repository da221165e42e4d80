package org.hydraworkbench.project.base;

import com.google.gson.JsonObject;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.corpus.SentencePair;
import org.jspecify.annotations.Nullable;

/**
 * A term of a project's glossary.
 *
 * @param source words in the project's source language
 * @param target how they are translated, wherever they stand
 */
public record Term(String source, String target) {

    /** Its two texts. */
    public SentencePair texts() {
        return new SentencePair(source, target);
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("source", source);
        json.addProperty("target", target);
        return json;
    }

    static @Nullable Term read(JsonFields in, String name) throws InputException {
        if (!in.has(name)) {
            return null;
        }
        JsonFields term = in.object(name);
        return new Term(term.requiredText("source"), term.requiredText("target"));
    }
}
