package org.hydraworkbench.project.settings;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;

/** Which folder to take in. */
public record FolderSettings(Path folder) {

    public static final Codec<FolderSettings> CODEC = new Codec<>() {
        @Override
        protected JsonObject fields(FolderSettings settings) {
            JsonObject json = new JsonObject();
            json.addProperty("folder", settings.folder().toString());
            return json;
        }

        @Override
        protected FolderSettings from(JsonFields in) throws InputException {
            return new FolderSettings(path(in.text("folder", "")));
        }
    };
}
