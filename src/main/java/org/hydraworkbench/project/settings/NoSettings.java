package org.hydraworkbench.project.settings;

import com.google.gson.JsonObject;
import org.hydraworkbench.base.JsonFields;

/** For work about which there is nothing to choose. */
public record NoSettings() {

    public static final Codec<NoSettings> CODEC = new Codec<>() {
        @Override
        protected JsonObject fields(NoSettings settings) {
            return new JsonObject();
        }

        @Override
        protected NoSettings from(JsonFields in) {
            return new NoSettings();
        }

        @Override
        protected JsonObject upgraded(JsonObject old) {
            return new JsonObject();
        }
    };
}
