package org.hydraworkbench.project.settings;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.text.Side;

/**
 * Which tokenizer to take in.
 *
 * @param folder a folder with a tokenizer, or its file
 * @param side which of the project's languages it is for
 */
public record TokenizerImportSettings(Path folder, Side side) {

    private static final Choice<Side> SIDES = Choice.of(Side.values(), side -> switch (side) {
        case SOURCE -> "source";
        case TARGET -> "target";
    });

    public static final Codec<TokenizerImportSettings> CODEC = new Codec<>() {
        @Override
        protected JsonObject fields(TokenizerImportSettings settings) {
            JsonObject json = new JsonObject();
            json.addProperty("folder", settings.folder().toString());
            json.addProperty("side", SIDES.code(settings.side()));
            return json;
        }

        @Override
        protected TokenizerImportSettings from(JsonFields in) throws InputException {
            TokenizerImportSettings usual = defaults();
            return new TokenizerImportSettings(
                    path(in.text("folder", usual.folder().toString())), in.choice("side", SIDES, usual.side()));
        }
    };

    /** For the new language, from a folder that is still to be named. */
    public static TokenizerImportSettings defaults() {
        return of(Path.of(""), Side.TARGET);
    }

    /** A folder and what it is for, and defaults beside them. */
    public static TokenizerImportSettings of(Path folder, Side side) {
        return new TokenizerImportSettings(folder, side);
    }
}
