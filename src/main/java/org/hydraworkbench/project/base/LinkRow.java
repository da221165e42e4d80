package org.hydraworkbench.project.base;

import com.google.gson.JsonObject;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.jspecify.annotations.Nullable;

/** A link edit as its row has it; {@code state} is the stored code. */
public record LinkRow(long id, String state, long person, String time) {

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("id", id);
        json.addProperty("state", state);
        json.addProperty("person", person);
        json.addProperty("time", time);
        return json;
    }

    static @Nullable LinkRow read(JsonFields in, String name) throws InputException {
        if (!in.has(name)) {
            return null;
        }
        JsonFields row = in.object(name);
        return new LinkRow(
                row.longInteger("id", 0),
                row.requiredText("state"),
                row.longInteger("person", 0),
                row.requiredText("time"));
    }
}
