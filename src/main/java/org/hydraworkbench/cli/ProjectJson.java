package org.hydraworkbench.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;

/** What commands on projects print as JSON: strict, indented, a value that there is none of as null. */
final class ProjectJson {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

    private ProjectJson() {}

    static String text(JsonObject json) {
        return GSON.toJson(json);
    }

    static <T> JsonArray list(List<T> all, Function<T, JsonElement> one) {
        JsonArray array = new JsonArray();
        all.forEach(each -> array.add(one.apply(each)));
        return array;
    }

    static JsonArray texts(List<String> all) {
        JsonArray array = new JsonArray();
        all.forEach(array::add);
        return array;
    }
}
