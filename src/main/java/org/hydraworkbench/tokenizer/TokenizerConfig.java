package org.hydraworkbench.tokenizer;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;

/** What {@code tokenizer_config.json} says; nothing where there is none. */
record TokenizerConfig(Path file, JsonObject json) {

    /** The one beside a file. */
    static TokenizerConfig beside(Path other) throws InputException {
        Path file = other.resolveSibling(TokenizerFolder.CONFIG);
        return new TokenizerConfig(file, Files.isRegularFile(file) ? Json.readObject(file) : new JsonObject());
    }

    boolean flag(String name, boolean otherwise) throws InputException {
        try {
            return JsonFields.of(json).flag(name, otherwise);
        } catch (InputException e) {
            throw unusable(e);
        }
    }

    String text(String name, String otherwise) throws InputException {
        try {
            return JsonFields.of(json).text(name, otherwise);
        } catch (InputException e) {
            throw unusable(e);
        }
    }

    private InputException unusable(InputException cause) {
        return InputException.in(file, "cannot be used", cause);
    }
}
