package org.hydraworkbench.app.translate;

import com.google.gson.JsonObject;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.decode.choice.Evidence;

/** What shaped an answer, as the project keeps it. */
final class StoredShapes {

    private static final Choice<Evidence.Kind> KINDS = Choice.of(Evidence.Kind.values(), kind -> switch (kind) {
        case CONFIRMED -> "confirmed";
        case PHRASE -> "phrase";
        case MEMORY -> "memory";
        case REPAIR -> "repair";
        case MODEL -> "model";
        case GLOSS -> "gloss";
        case COPIED -> "copied";
        case LEFT_OUT -> "left-out";
    });

    private StoredShapes() {}

    /** @param length of the answer, inside which a stretch lies */
    static Shaped read(JsonFields in, int length) throws InputException {
        int start = in.integer("start", 0, 0, length);
        return new Shaped(
                start,
                in.integer("end", start, start, length),
                in.text("source", ""),
                in.requiredChoice("kind", KINDS),
                in.number("sureness", 1, 0, 1),
                in.longInteger("pair", 0),
                in.text("seen", ""));
    }

    static JsonObject json(Shaped shaped) {
        JsonObject json = new JsonObject();
        json.addProperty("start", shaped.start());
        json.addProperty("end", shaped.end());
        json.addProperty("source", shaped.source());
        json.addProperty("kind", KINDS.code(shaped.kind()));
        json.addProperty("sureness", shaped.sureness());
        json.addProperty("pair", shaped.pair());
        json.addProperty("seen", shaped.seen());
        return json;
    }
}
