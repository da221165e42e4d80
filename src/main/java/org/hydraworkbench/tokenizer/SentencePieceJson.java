package org.hydraworkbench.tokenizer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.hydraworkbench.tokenizer.sentencepiece.SentencePieceModel;
import org.hydraworkbench.tokenizer.sentencepiece.SentencePieceModel.Kind;
import org.hydraworkbench.tokenizer.sentencepiece.SentencePieceModel.Piece;
import org.hydraworkbench.tokenizer.sentencepiece.SentencePieceModel.Type;

/**
 * Makes a {@code tokenizer.json} that cuts texts as a model of SentencePiece does. Two things differ: before a user-defined symbol at the very
 * beginning of a text there is no piece for the space that SentencePiece puts there, and where a unigram model spells bytes, a text that
 * spells such a piece, {@code <0x41>}, is read as that byte.
 */
final class SentencePieceJson {

    private static final String SPACE = "▁";

    private final SentencePieceModel model;
    private final Settings settings;

    /**
     * What {@code tokenizer_config.json} may say.
     *
     * @param prefix whether a space is put before a text, where the model does that
     * @param everywhere whether it is put behind every special token too, as transformers 4 did it ({@code legacy})
     * @param bos whether other programs shall begin texts with the token for that
     * @param eos whether they shall end texts with the token for that
     */
    record Settings(boolean prefix, boolean everywhere, boolean bos, boolean eos) {}

    /** A pair of pieces, and what they are merged to. */
    private record Merge(String left, String right, float score) {

        /** Those with the higher score first, and of one score as transformers orders them. */
        static final Comparator<Merge> ORDER = Comparator.comparingDouble(Merge::score)
                .thenComparingInt(merge -> length(merge.left))
                .thenComparingInt(merge -> length(merge.right))
                .reversed();

        private static int length(String text) {
            return text.codePointCount(0, text.length());
        }
    }

    private SentencePieceJson(SentencePieceModel model, Settings settings) {
        this.model = model;
        this.settings = settings;
    }

    /**
     * The {@code tokenizer.json}.
     *
     * @param added takes what is to be cut out of texts before all else; what it has already stays
     */
    static JsonObject of(SentencePieceModel model, Settings settings, AddedTokens added) {
        SentencePieceJson made = new SentencePieceJson(model, settings);
        made.addTokens(added);
        JsonObject json = new JsonObject();
        json.addProperty("version", "1.0");
        json.add("truncation", JsonNull.INSTANCE);
        json.add("padding", JsonNull.INSTANCE);
        json.add("added_tokens", added.json());
        json.add("normalizer", Steps.sequence("normalizers", made.normalizers()));
        json.add("pre_tokenizer", made.preTokenizer());
        json.add("post_processor", made.postProcessor());
        json.add("decoder", Steps.sequence("decoders", made.decoders()));
        json.add("model", model.kind() == Kind.BPE ? made.merging() : made.unigram());
        return json;
    }

    private boolean prefixed() {
        return model.normalizer().dummyPrefix() && settings.prefix();
    }

    private void addTokens(AddedTokens added) {
        for (int id = 0; id < model.pieces().size(); id++) {
            Piece piece = model.pieces().get(id);
            switch (piece.type()) {
                case UNKNOWN, CONTROL -> added.callSpecial(piece.text(), id);
                case USER_DEFINED -> {
                    if (!added.has(id)) {
                        added.add(id, piece.text(), survives(piece.text()), false);
                    }
                }
                case NORMAL, BYTE -> {}
            }
        }
    }

    /** Symbols are looked for in the normalised text, where their own spaces are marked; unless normalising would cut them off. */
    private boolean survives(String symbol) {
        boolean atEnd = symbol.startsWith(" ") || symbol.endsWith(" ") || symbol.endsWith(SPACE);
        return !(model.normalizer().lessSpace() && atEnd);
    }

    private List<JsonObject> normalizers() {
        List<JsonObject> steps = new ArrayList<>();
        if (model.normalizer().characterMap().length > 0) {
            JsonObject map = Steps.step("Precompiled");
            map.addProperty("precompiled_charsmap", Base64.getEncoder().encodeToString(model.normalizer().characterMap()));
            steps.add(map);
        }
        if (model.normalizer().lessSpace()) {
            steps.add(Steps.replace("Regex", "\\A +", prefixed() ? " " : ""));
            steps.add(Steps.replace("Regex", "[ " + SPACE + "]+\\z", ""));
            steps.add(Steps.replace("Regex", " {2,}", " "));
            steps.add(Steps.replace("Regex", "(?!\\A) ", SPACE));
        } else {
            steps.add(Steps.replace("String", " ", SPACE));
        }
        return steps;
    }

    /**
     * Puts the space before a text. A {@code Metaspace} puts its mark only before what does not begin with it: the first of the two has a plain
     * space for its mark, of which the normaliser left none, or the one that stands for what was cut off; the second marks that.
     */
    private JsonElement preTokenizer() {
        if (!prefixed()) {
            return JsonNull.INSTANCE;
        }
        return Steps.sequence("pretokenizers", List.of(
                Steps.metaspace(" ", settings.everywhere() ? "always" : "first"), Steps.metaspace(SPACE, "never")));
    }

    /** For other programs; here special tokens are put by whoever makes a prompt. */
    private JsonElement postProcessor() {
        List<Steps.Special> before = settings.bos() ? special(model.bos()) : List.of();
        List<Steps.Special> behind = settings.eos() ? special(model.eos()) : List.of();
        return before.isEmpty() && behind.isEmpty() ? JsonNull.INSTANCE : Steps.template(before, behind);
    }

    private List<Steps.Special> special(OptionalInt id) {
        return id.stream().mapToObj(token -> new Steps.Special(text(token), token)).toList();
    }

    private String text(int id) {
        return model.pieces().get(id).text();
    }

    private List<JsonObject> decoders() {
        List<JsonObject> steps = new ArrayList<>(List.of(Steps.replace("String", SPACE, " ")));
        if (model.byteFallback()) {
            steps.add(Steps.step("ByteFallback"));
        }
        steps.add(Steps.step("Fuse"));
        if (prefixed()) {
            JsonObject strip = Steps.step("Strip");
            strip.addProperty("content", " ");
            strip.addProperty("start", 1);
            strip.addProperty("stop", 0);
            steps.add(strip);
        }
        return steps;
    }

    private JsonObject unigram() {
        JsonArray vocabulary = new JsonArray(model.pieces().size());
        for (Piece piece : model.pieces()) {
            JsonArray entry = new JsonArray(2);
            entry.add(piece.text());
            entry.add((double) piece.score());
            vocabulary.add(entry);
        }
        JsonObject json = Steps.step("Unigram");
        json.addProperty("unk_id", model.unk());
        json.add("vocab", vocabulary);
        json.addProperty("byte_fallback", model.byteFallback());
        return json;
    }

    private JsonObject merging() {
        JsonObject vocabulary = new JsonObject();
        for (int id = 0; id < model.pieces().size(); id++) {
            vocabulary.add(text(id), new JsonPrimitive(id));
        }
        JsonArray merges = new JsonArray();
        for (Merge merge : merges()) {
            JsonArray pair = new JsonArray(2);
            pair.add(merge.left());
            pair.add(merge.right());
            merges.add(pair);
        }
        return Steps.bpe(text(model.unk()), true, model.byteFallback(), vocabulary, merges);
    }

    /** Every way to put an ordinary piece together from two others. */
    private List<Merge> merges() {
        Map<String, Integer> ids = new HashMap<>();
        for (int id = 0; id < model.pieces().size(); id++) {
            if (model.pieces().get(id).type() == Type.NORMAL) {
                ids.put(text(id), id);
            }
        }
        List<Merge> merges = new ArrayList<>();
        for (Piece piece : model.pieces()) {
            if (piece.type() == Type.NORMAL) {
                List<Merge> ways = new ArrayList<>();
                String text = piece.text();
                for (int cut = text.offsetByCodePoints(0, 1); cut < text.length(); cut = text.offsetByCodePoints(cut, 1)) {
                    String left = text.substring(0, cut);
                    String right = text.substring(cut);
                    if (ids.containsKey(left) && ids.containsKey(right)) {
                        ways.add(new Merge(left, right, piece.score()));
                    }
                }
                ways.sort(Comparator.<Merge>comparingInt(way -> ids.getOrDefault(way.left(), 0))
                        .thenComparingInt(way -> ids.getOrDefault(way.right(), 0)));
                merges.addAll(ways);
            }
        }
        merges.sort(Merge.ORDER);
        return merges;
    }
}
