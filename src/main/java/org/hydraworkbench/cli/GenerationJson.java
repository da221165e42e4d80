package org.hydraworkbench.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.model.generation.Generation;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.jspecify.annotations.Nullable;

/** A continuation as a line of JSON. */
final class GenerationJson {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private GenerationJson() {}

    /**
     * The line.
     *
     * @param prompt what was continued; null for a conversation
     * @param text what was written
     */
    static String of(@Nullable String prompt, String text, Generation generation, Tokenizer tokenizer) throws HydraException {
        JsonObject object = new JsonObject();
        if (prompt != null) {
            object.addProperty("prompt", prompt);
        }
        object.addProperty("text", text);
        object.addProperty("ending", generation.ending().name().toLowerCase(Locale.ROOT));
        object.addProperty("log_probability", generation.logProbability());
        JsonArray tokens = new JsonArray();
        for (Generation.Token token : generation.tokens()) {
            JsonObject each = token(token.id(), token.logProbability(), tokenizer);
            JsonArray likeliest = new JsonArray();
            token.likeliest().forEach(chance -> likeliest.add(token(chance.id(), chance.logProbability(), tokenizer)));
            each.add("likeliest", likeliest);
            tokens.add(each);
        }
        object.add("tokens", tokens);
        if (!generation.alternatives().isEmpty()) {
            JsonArray others = new JsonArray();
            for (Generation.Alternative other : generation.alternatives()) {
                JsonObject each = new JsonObject();
                each.addProperty("text", tokenizer.decode(other.ids(), true));
                each.addProperty("log_probability", other.logProbability());
                each.addProperty("score", other.score());
                others.add(each);
            }
            object.add("alternatives", others);
        }
        return GSON.toJson(object);
    }

    private static JsonObject token(int id, double logProbability, Tokenizer tokenizer) {
        JsonObject object = new JsonObject();
        object.addProperty("id", id);
        object.addProperty("piece", tokenizer.piece(id));
        object.addProperty("probability", Math.exp(logProbability));
        return object;
    }
}
