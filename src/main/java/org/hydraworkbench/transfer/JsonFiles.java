package org.hydraworkbench.transfer;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;

/** JSON objects in files; keys keep their order and numbers their spelling. */
final class JsonFiles {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

    private JsonFiles() {}

    static JsonObject readObject(Path file) throws InputException {
        try {
            JsonElement json = JsonParser.parseString(Files.readString(file));
            if (json.isJsonObject()) {
                return json.getAsJsonObject();
            }
            throw InputException.in(file, "is no JSON object");
        } catch (IOException | JsonParseException e) {
            throw InputException.in(file, "cannot be read as JSON", e);
        }
    }

    static void write(Path file, JsonObject json) throws HydraException {
        AtomicFiles.writeString(file, GSON.toJson(json) + "\n");
    }
}
