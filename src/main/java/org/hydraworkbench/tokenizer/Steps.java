package org.hydraworkbench.tokenizer;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts that a {@code tokenizer.json} is made of, by the names that the tokenizers library has for them. */
final class Steps {

    private Steps() {}

    /** A part without settings. */
    static JsonObject step(String type) {
        JsonObject step = new JsonObject();
        step.addProperty("type", type);
        return step;
    }

    /** Several, one after the other. */
    static JsonObject sequence(String key, List<JsonObject> steps) {
        JsonArray array = new JsonArray(steps.size());
        steps.forEach(array::add);
        JsonObject sequence = step("Sequence");
        sequence.add(key, array);
        return sequence;
    }

    /** @param kind of the pattern, {@code String} or {@code Regex} */
    static JsonObject replace(String kind, String pattern, String content) {
        JsonObject what = new JsonObject();
        what.addProperty(kind, pattern);
        JsonObject step = step("Replace");
        step.add("pattern", what);
        step.addProperty("content", content);
        return step;
    }

    /** Puts {@code replacement} for each space and, where {@code scheme} says so, before a text; parts nothing. */
    static JsonObject metaspace(String replacement, String scheme) {
        JsonObject step = step("Metaspace");
        step.addProperty("replacement", replacement);
        step.addProperty("prepend_scheme", scheme);
        step.addProperty("split", false);
        return step;
    }

    /** Cuts a text where a pattern is found, which becomes a part of its own. */
    static JsonObject split(String regex) {
        JsonObject what = new JsonObject();
        what.addProperty("Regex", regex);
        JsonObject step = step("Split");
        step.add("pattern", what);
        step.addProperty("behavior", "Isolated");
        step.addProperty("invert", false);
        return step;
    }

    /** @param parted whether a text is cut into words first, as GPT-2 does it */
    static JsonObject byteLevel(boolean prefixSpace, boolean parted) {
        JsonObject step = step("ByteLevel");
        step.addProperty("add_prefix_space", prefixSpace);
        step.addProperty("trim_offsets", false);
        step.addProperty("use_regex", parted);
        return step;
    }

    /** A model that merges pairs. */
    static JsonObject bpe(
            @Nullable String unknown, boolean fuseUnknown, boolean byteFallback, JsonObject vocabulary, JsonArray merges) {
        JsonObject model = step("BPE");
        model.add("dropout", JsonNull.INSTANCE);
        model.addProperty("unk_token", unknown);
        model.add("continuing_subword_prefix", JsonNull.INSTANCE);
        model.add("end_of_word_suffix", JsonNull.INSTANCE);
        model.addProperty("fuse_unk", fuseUnknown);
        model.addProperty("byte_fallback", byteFallback);
        model.addProperty("ignore_merges", false);
        model.add("vocab", vocabulary);
        model.add("merges", merges);
        return model;
    }

    /** A special token, by what it is called and its id. */
    record Special(String token, int id) {}

    /** Puts special tokens before and behind a text, and each text of a pair. */
    static JsonObject template(List<Special> before, List<Special> behind) {
        JsonObject step = step("TemplateProcessing");
        JsonArray pair = new JsonArray();
        add(pair, before, "A", 0, behind);
        JsonArray single = pair.deepCopy();
        add(pair, before, "B", 1, behind);
        step.add("single", single);
        step.add("pair", pair);
        JsonObject tokens = new JsonObject();
        before.forEach(each -> tokens.add(each.token(), description(each)));
        behind.forEach(each -> tokens.add(each.token(), description(each)));
        step.add("special_tokens", tokens);
        return step;
    }

    private static void add(JsonArray parts, List<Special> before, String text, int type, List<Special> behind) {
        before.forEach(each -> parts.add(part("SpecialToken", each.token(), type)));
        parts.add(part("Sequence", text, type));
        behind.forEach(each -> parts.add(part("SpecialToken", each.token(), type)));
    }

    private static JsonObject part(String kind, String id, int type) {
        JsonObject inner = new JsonObject();
        inner.addProperty("id", id);
        inner.addProperty("type_id", type);
        JsonObject part = new JsonObject();
        part.add(kind, inner);
        return part;
    }

    private static JsonObject description(Special special) {
        JsonObject description = new JsonObject();
        description.addProperty("id", special.token());
        JsonArray ids = new JsonArray();
        ids.add(special.id());
        description.add("ids", ids);
        JsonArray tokens = new JsonArray();
        tokens.add(special.token());
        description.add("tokens", tokens);
        return description;
    }
}
