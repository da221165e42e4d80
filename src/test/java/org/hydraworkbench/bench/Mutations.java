package org.hydraworkbench.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Damages files: a few bytes anywhere, or a value of JSON by one that a program may not have thought of. */
final class Mutations {

    /** Values that stand where none of their kind should. */
    private static final List<String> NASTY = List.of(
            "null", "true", "false", "-1", "0", "1", "2147483647", "-2147483648", "4294967296", "9223372036854775808", "1e308", "1e999",
            "0.5", "NaN", "-Infinity", "\"\"", "\" \"", "\"0\"", "\"\\ud800\"", "\"\\u0000\"", "\"../..\"", "\"/\"", "\"no such thing\"",
            "\"a\"", "\"##\"", "\"▁\"", "\"(?<\"", "\"AAAA\"", "\"ByteLevel\"", "\"Unigram\"", "\"WordPiece\"", "\"BPE\"", "\"Precompiled\"",
            "[]", "{}", "[[]]", "[null]", "{\"\": null}", "[1, \"a\"]");

    private final RandomGenerator random;

    Mutations(RandomGenerator random) {
        this.random = random;
    }

    /** Any file: bytes are changed, taken out, put in, or the end is cut off. */
    byte[] bytes(byte[] original) {
        byte[] changed = original.clone();
        for (int change = 0, changes = 1 + random.nextInt(3); change < changes && changed.length > 0; change++) {
            int at = random.nextInt(changed.length);
            switch (random.nextInt(6)) {
                case 0 -> changed[at] = (byte) random.nextInt(256);
                case 1 -> changed[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> changed = joined(changed, at, Math.min(changed.length, at + 1 + random.nextInt(8)), new byte[0]);
                case 3 -> {
                    byte[] more = new byte[1 + random.nextInt(8)];
                    random.nextBytes(more);
                    changed = joined(changed, at, at, more);
                }
                case 4 -> {
                    int from = random.nextInt(changed.length);
                    changed = joined(changed, at, at, Arrays.copyOfRange(changed, from, Math.min(changed.length, from + 1 + random.nextInt(64))));
                }
                default -> changed = random.nextInt(4) == 0 ? Arrays.copyOf(changed, at) : joined(changed, at, at + 1, new byte[0]);
            }
        }
        return changed;
    }

    private static byte[] joined(byte[] bytes, int from, int to, byte[] between) {
        byte[] all = new byte[from + between.length + bytes.length - to];
        System.arraycopy(bytes, 0, all, 0, from);
        System.arraycopy(between, 0, all, from, between.length);
        System.arraycopy(bytes, to, all, from + between.length, bytes.length - to);
        return all;
    }

    /** JSON: half the time a value is replaced, taken out, doubled or called otherwise, else as {@link #bytes}. */
    byte[] json(byte[] original) {
        if (random.nextBoolean()) {
            return bytes(original);
        }
        JsonElement root = JsonParser.parseString(new String(original, StandardCharsets.UTF_8));
        List<JsonElement> inner = new ArrayList<>();
        collect(root, inner);
        String mark = "@@here@@";
        JsonElement place = inner.get(random.nextInt(inner.size()));
        String value = NASTY.get(random.nextInt(NASTY.size()));
        if (place instanceof JsonArray array) {
            int at = random.nextInt(array.size());
            switch (random.nextInt(4)) {
                case 0 -> array.remove(at);
                case 1 -> array.add(array.get(at));
                default -> array.set(at, new JsonPrimitive(mark));
            }
        } else if (place instanceof JsonObject object) {
            String key = List.copyOf(object.keySet()).get(random.nextInt(object.size()));
            switch (random.nextInt(6)) {
                case 0 -> object.remove(key);
                case 1 -> object.add(key + "x", object.remove(key));
                case 2 -> object.add("unheard-of", new JsonPrimitive(mark));
                default -> object.add(key, new JsonPrimitive(mark));
            }
        }
        return root.toString().replace("\"" + mark + "\"", value).getBytes(StandardCharsets.UTF_8);
    }

    /** Every array and object that holds something, with more weight for those high up than a long vocabulary has. */
    private static void collect(JsonElement element, List<JsonElement> into) {
        if (element instanceof JsonArray array && !array.isEmpty()) {
            into.add(element);
            array.asList().stream().limit(20).forEach(each -> collect(each, into));
        } else if (element instanceof JsonObject object && !object.isEmpty()) {
            into.add(element);
            object.entrySet().stream().limit(40).map(Map.Entry::getValue).forEach(each -> collect(each, into));
        }
    }

    /** A statement that puts something wrong into a SQLite file of which these are the tables with their columns. */
    String sql(Map<String, List<String>> tables) {
        List<String> names = List.copyOf(tables.keySet());
        String table = names.get(random.nextInt(names.size()));
        List<String> columns = tables.get(table);
        String column = columns.get(random.nextInt(columns.size()));
        String value = NASTY.get(random.nextInt(NASTY.size())).replace("'", "''");
        return switch (random.nextInt(12)) {
            case 0 -> "DELETE FROM \"%s\"".formatted(table);
            case 1 -> "DROP TABLE \"%s\"".formatted(table);
            case 2 -> "PRAGMA user_version = %d".formatted(random.nextInt(5) - 1);
            case 3 -> "ALTER TABLE \"%s\" RENAME COLUMN \"%s\" TO \"%sx\"".formatted(table, column, column);
            case 4 -> "UPDATE \"%s\" SET \"%s\" = NULL".formatted(table, column);
            case 5 -> "UPDATE \"%s\" SET \"%s\" = %d".formatted(table, column, random.nextInt(100) - 3);
            case 6 -> "UPDATE \"%s\" SET \"%s\" = randomblob(9)".formatted(table, column);
            case 7 -> "UPDATE \"%s\" SET \"%s\" = '%s'".formatted(table, column, "x".repeat(100_000));
            default -> "UPDATE \"%s\" SET \"%s\" = '%s'".formatted(table, column, value);
        };
    }
}
