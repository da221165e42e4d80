package org.hydraworkbench.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.testing.ChildJava;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * Damages tokenizer files and looks for what ends a process: each is loaded, encodes and decodes in a child, which ends by
 * itself only where the tokenizers library aborts. Prints the files that did, which it keeps.
 *
 * <p>Arguments: seed, number of files, a folder for those kept, then the sound tokenizer.json files to begin with.
 */
public final class TokenizerFuzz {

    private static final String PROBE = "Once upon a time, Aẓul 12 日本 \uD83D\uDE00 \u0000 e\u0301 <s>x</s> ##a [UNK] <0x41> zzzzqqq\n\t  x";
    private static final List<JsonElement> VALUES = List.of(
            JsonNull.INSTANCE, new JsonPrimitive(0), new JsonPrimitive(-1), new JsonPrimitive(1), new JsonPrimitive(7),
            new JsonPrimitive(1_000_000_000), new JsonPrimitive(1e300), new JsonPrimitive(true), new JsonPrimitive(false),
            new JsonPrimitive(""), new JsonPrimitive("a"), new JsonPrimitive("##"), new JsonPrimitive("</w>"), new JsonPrimitive("▁"),
            new JsonPrimitive("\u0000"), new JsonPrimitive("(?<"), new JsonPrimitive("AAAA"), new JsonPrimitive("ByteFallback"),
            new JsonPrimitive("ByteLevel"), new JsonPrimitive("Unigram"), new JsonPrimitive("WordPiece"), new JsonPrimitive("WordLevel"),
            new JsonPrimitive("BPE"), new JsonPrimitive("Metaspace"), new JsonPrimitive("Precompiled"), new JsonObject(), new JsonArray());

    private TokenizerFuzz() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            work();
            return;
        }
        Random random = new Random(Long.parseLong(arguments[0]));
        int count = Integer.parseInt(arguments[1]);
        Path kept = Files.createDirectories(Path.of(arguments[2]));
        List<String> sound = new ArrayList<>();
        for (String file : Arrays.asList(arguments).subList(3, arguments.length)) {
            sound.add(Files.readString(Path.of(file)));
        }
        Map<String, Integer> outcomes = new TreeMap<>();
        Child child = new Child();
        for (int i = 0; i < count; i++) {
            Path file = kept.resolve("tokenizer-" + i + ".json");
            Files.writeString(file, damaged(sound.get(random.nextInt(sound.size())), random));
            String outcome = child.tries(file);
            outcomes.merge(outcome, 1, Integer::sum);
            if (outcome.startsWith("ended") || outcome.startsWith("defect")) {
                System.out.println(file + " " + outcome);
            } else {
                Files.delete(file);
            }
            if (outcome.startsWith("ended")) {
                child = new Child();
            }
        }
        child.process.destroy();
        outcomes.forEach((outcome, times) -> System.out.println(times + " " + outcome));
    }

    private static String damaged(String sound, Random random) throws HydraException {
        String text = sound;
        for (int i = random.nextInt(8) / 6; i >= 0; i--) {
            text = random.nextInt(8) == 0 ? cut(text, random) : changed(text, random);
        }
        return text;
    }

    /** Takes some characters out, or puts some in. */
    private static String cut(String text, Random random) {
        int at = random.nextInt(4) == 0 ? random.nextInt(text.length()) : random.nextInt(Math.min(2000, text.length()));
        int end = Math.min(text.length(), at + random.nextInt(3));
        String in = List.of("", "\\ud800", "\"", "}", ",", "0", "\u0000", "\\u0000", "é").get(random.nextInt(9));
        return text.substring(0, at) + in + text.substring(end);
    }

    /** Gives a value of the tree another, or takes it out. */
    private static String changed(String text, Random random) throws HydraException {
        JsonElement root;
        try {
            root = Json.parse(text);
        } catch (HydraException e) {
            return cut(text, random);
        }
        JsonElement at = root;
        while (true) {
            if (at instanceof JsonObject object && !object.isEmpty()) {
                List<String> names = List.copyOf(object.keySet());
                String name = names.get(random.nextInt(names.size()));
                JsonElement value = object.get(name);
                if (value.isJsonPrimitive() || value.isJsonNull() || random.nextInt(6) == 0) {
                    if (random.nextInt(5) == 0) {
                        object.remove(name);
                    } else {
                        object.add(name, other(value, random));
                    }
                    return root.toString();
                }
                at = value;
            } else if (at instanceof JsonArray array && !array.isEmpty()) {
                int place = random.nextInt(array.size());
                JsonElement value = array.get(place);
                if (value.isJsonPrimitive() || value.isJsonNull() || random.nextInt(6) == 0) {
                    array.set(place, other(value, random));
                    return root.toString();
                }
                at = value;
            } else {
                return root.toString();
            }
        }
    }

    private static JsonElement other(JsonElement value, Random random) {
        if (value instanceof JsonPrimitive primitive && primitive.isNumber() && random.nextBoolean()) {
            return new JsonPrimitive(primitive.getAsLong() + random.nextInt(5) - 2);
        }
        return VALUES.get(random.nextInt(VALUES.size()));
    }

    /** A child that tries files one after another. */
    private static final class Child {
        final Process process;
        final BufferedReader out;
        final PrintStream in;

        Child() throws Exception {
            process = ChildJava.of(TokenizerFuzz.class, "512m").redirectError(ProcessBuilder.Redirect.DISCARD).start();
            out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        }

        String tries(Path file) throws Exception {
            in.println(file);
            String line = out.readLine();
            while (line != null && !line.startsWith("= ")) {
                line = out.readLine();
            }
            return line == null ? "ended with " + process.waitFor() : line.substring(2);
        }
    }

    private static void work() throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println("= " + outcome(Path.of(line)));
        }
    }

    private static String outcome(Path file) {
        try (Tokenizer tokenizer = Tokenizer.load(file)) {
            int[] ids = tokenizer.encode(PROBE).ids();
            tokenizer.decode(ids, true);
            for (int id : ids) {
                tokenizer.bytes(id);
            }
            for (int id = 0; id < tokenizer.size() && id < 1000; id++) {
                tokenizer.decode(new int[] {id}, false);
                tokenizer.bytes(id);
            }
            return "works";
        } catch (HydraException e) {
            return "refused" + e.getMessage().replaceFirst("^\\S+json:", "").replaceAll("[\"'`][^\"'`]*[\"'`]|\\d+", "_").replaceFirst("(.{60}).*", "$1");
        } catch (RuntimeException e) {
            return "defect " + e + " " + Arrays.asList(e.getStackTrace()).subList(0, 2);
        }
    }
}
