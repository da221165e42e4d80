package org.hydraworkbench.tokenizer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;

/**
 * Makes a {@code tokenizer.json} of {@code vocab.json}, an object of ids by piece, and {@code merges.txt}, a pair of pieces a line: byte-level
 * byte-pair encoding (Radford et al. 2019), as GPT-2 has it and Qwen 2, which parts words otherwise.
 */
final class BytePairJson {

    /** How Qwen 2 parts a text; GPT-2's way the library knows itself. */
    private static final String QWEN = "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+"
            + "|\\s+(?!\\S)|\\s+";

    private static final String VERSION_LINE = "#version";
    private static final Set<String> GPT2 = Set.of("", "GPT2Tokenizer", "GPTNeoXTokenizer", "CodeGenTokenizer", "PreTrainedTokenizer");
    private static final String QWEN2 = "Qwen2Tokenizer";

    private BytePairJson() {}

    /**
     * The {@code tokenizer.json}.
     *
     * @param tokenizerClass how transformers calls such tokenizers; empty where nobody says
     * @param prefixSpace whether a space is put before a text
     * @throws InputException naming file and line of what cannot be used
     */
    static JsonObject of(Path vocabularyFile, Path mergesFile, String tokenizerClass, boolean prefixSpace) throws InputException {
        String plainClass = tokenizerClass.endsWith("Fast") ? tokenizerClass.substring(0, tokenizerClass.length() - 4) : tokenizerClass;
        boolean qwen = plainClass.equals(QWEN2);
        if (!qwen && !GPT2.contains(plainClass)) {
            throw InputException.in(vocabularyFile, "belongs to a " + tokenizerClass + ", of which only the tokenizer.json is read here;"
                    + " take a model folder that has one");
        }
        JsonObject vocabulary = vocabulary(vocabularyFile);
        JsonObject json = new JsonObject();
        json.addProperty("version", "1.0");
        json.add("truncation", JsonNull.INSTANCE);
        json.add("padding", JsonNull.INSTANCE);
        json.add("added_tokens", new JsonArray());
        json.add("normalizer", qwen ? Steps.step("NFC") : JsonNull.INSTANCE);
        json.add("pre_tokenizer", qwen
                ? Steps.sequence("pretokenizers", List.of(Steps.split(QWEN), Steps.byteLevel(prefixSpace, false)))
                : Steps.byteLevel(prefixSpace, true));
        json.add("post_processor", Steps.byteLevel(true, true));
        json.add("decoder", Steps.byteLevel(true, true));
        json.add("model", Steps.bpe(null, false, false, vocabulary, merges(mergesFile, vocabulary)));
        return json;
    }

    /** The pieces by name, with their ids. */
    static JsonObject vocabulary(Path file) throws InputException {
        JsonObject vocabulary = Json.readObject(file);
        for (Map.Entry<String, JsonElement> entry : vocabulary.entrySet()) {
            if (!(entry.getValue() instanceof JsonPrimitive id && id.isNumber() && id.getAsString().matches("\\d{1,8}"))) {
                throw InputException.in(file, "the piece \"" + entry.getKey() + "\" has the id " + entry.getValue());
            }
        }
        boolean complete = IntStream.range(0, 256).allMatch(value -> vocabulary.has(String.valueOf(ByteAlphabet.character(value))));
        if (!complete) {
            throw InputException.in(file, "lacks pieces for single bytes: it is no byte-level vocabulary, and others are read only as tokenizer.json");
        }
        return vocabulary;
    }

    private static JsonArray merges(Path file, JsonObject vocabulary) throws InputException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read", e);
        }
        JsonArray merges = new JsonArray();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty() || i == 0 && line.startsWith(VERSION_LINE)) {
                continue;
            }
            int space = line.indexOf(' ');
            String left = line.substring(0, Math.max(space, 0));
            String right = line.substring(space + 1);
            if (!vocabulary.has(left) || !vocabulary.has(right) || !vocabulary.has(left + right)) {
                throw InputException.at(file, i + 1, "\"" + line + "\" should be two pieces that are in vocab.json, as what they are merged to is");
            }
            JsonArray pair = new JsonArray(2);
            pair.add(left);
            pair.add(right);
            merges.add(pair);
        }
        return merges;
    }
}
