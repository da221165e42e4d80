package org.hydraworkbench.tokenizer;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.tokenizer.sentencepiece.SentencePieceModel;

/** Where the {@code tokenizer.json} of a tokenizer comes from: it is there, or is made of what older folders have instead, always the same. */
sealed interface TokenizerSource {

    /** The file that messages name. */
    Path file();

    /** The {@code tokenizer.json}. */
    byte[] json() throws InputException;

    /** The tokens that play parts by what this file says alone, by the names that Hugging Face has for the parts, for example {@code bos_token}. */
    Map<String, String> roles() throws InputException;

    /** A {@code tokenizer.json}. */
    record Whole(Path file) implements TokenizerSource {

        @Override
        public byte[] json() throws InputException {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw InputException.in(file, "cannot be read", e);
            }
        }

        @Override
        public Map<String, String> roles() {
            return Map.of();
        }
    }

    /** A {@code tokenizer.model} of SentencePiece. */
    record SentencePiece(Path file) implements TokenizerSource {

        @Override
        public byte[] json() throws InputException {
            SentencePieceModel model = SentencePieceModel.read(file);
            TokenizerConfig config = TokenizerConfig.beside(file);
            SentencePieceJson.Settings settings = new SentencePieceJson.Settings(
                    config.flag("add_prefix_space", true),
                    config.flag("legacy", false),
                    config.flag("add_bos_token", true),
                    config.flag("add_eos_token", false));
            List<String> texts = model.pieces().stream().map(SentencePieceModel.Piece::text).toList();
            AddedTokens added = AddedTokens.beside(file);
            JsonObject json = SentencePieceJson.of(model, settings, added);
            SpecialTokens.named(file.resolveSibling("")).forEach(token -> added.callSpecial(token, texts.indexOf(token)));
            json.add("added_tokens", added.json());
            return text(json);
        }

        @Override
        public Map<String, String> roles() throws InputException {
            SentencePieceModel model = SentencePieceModel.read(file);
            Map<String, String> roles = new TreeMap<>();
            Map.of("bos_token", model.bos(), "eos_token", model.eos(), "pad_token", model.pad(), "unk_token", OptionalInt.of(model.unk()))
                    .forEach((role, id) -> id.ifPresent(token -> roles.put(role, model.pieces().get(token).text())));
            return roles;
        }
    }

    /** A {@code vocab.json}, with a {@code merges.txt} beside it. */
    record BytePairs(Path file) implements TokenizerSource {

        /** What ends texts, and begins them, where nobody says otherwise. */
        private static final String USUAL_END = "<|endoftext|>";

        @Override
        public byte[] json() throws InputException {
            TokenizerConfig config = TokenizerConfig.beside(file);
            JsonObject json = BytePairJson.of(
                    file,
                    file.resolveSibling(TokenizerFolder.MERGES),
                    config.text("tokenizer_class", ""),
                    config.flag("add_prefix_space", false));
            JsonObject vocabulary = json.getAsJsonObject("model").getAsJsonObject("vocab");
            AddedTokens added = AddedTokens.beside(file);
            roles().values().forEach(token -> added.callSpecial(token, id(vocabulary, token)));
            SpecialTokens.named(file.resolveSibling("")).forEach(token -> added.callSpecial(token, id(vocabulary, token)));
            json.add("added_tokens", added.json());
            return text(json);
        }

        private static int id(JsonObject vocabulary, String token) {
            return vocabulary.get(token) instanceof JsonPrimitive id ? id.getAsInt() : -1;
        }

        @Override
        public Map<String, String> roles() throws InputException {
            return BytePairJson.vocabulary(file).has(USUAL_END) ? Map.of("bos_token", USUAL_END, "eos_token", USUAL_END) : Map.of();
        }
    }

    private static byte[] text(JsonObject json) {
        Gson gson = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
        return gson.toJson(json).getBytes(StandardCharsets.UTF_8);
    }
}
