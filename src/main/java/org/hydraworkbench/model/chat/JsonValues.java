package org.hydraworkbench.model.chat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as values of Java's own, as templates take them. Numbers without a point or an exponent are whole. */
public final class JsonValues {

    private JsonValues() {}

    /** The value; names keep their order. */
    public static @Nullable Object of(JsonElement json) {
        return switch (json) {
            case JsonArray array -> list(array);
            case JsonObject object -> map(object);
            case JsonPrimitive primitive when primitive.isBoolean() -> primitive.getAsBoolean();
            case JsonPrimitive primitive when primitive.isNumber() -> number(primitive.getAsString());
            case JsonPrimitive primitive -> primitive.getAsString();
            default -> null;
        };
    }

    static List<@Nullable Object> list(JsonArray array) {
        List<@Nullable Object> list = new ArrayList<>(array.size());
        array.forEach(item -> list.add(of(item)));
        return list;
    }

    static Map<String, @Nullable Object> map(JsonObject object) {
        Map<String, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(object.size());
        object.entrySet().forEach(entry -> map.put(entry.getKey(), of(entry.getValue())));
        return map;
    }

    private static Object number(String spelling) {
        return spelling.matches("-?[0-9]+") ? (Object) new BigInteger(spelling) : Double.valueOf(spelling);
    }
}
