package org.hydraworkbench.project.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.tokenizer.TokenizerTrainer;

/**
 * How to train a tokenizer for the new language.
 *
 * @param options size, kind and so on; the number of threads belongs to the machine and is not stored
 * @param texts text files to train on beside the training pairs
 */
public record TokenizerSettings(TokenizerTrainer.Options options, List<Path> texts) {

    private static final Choice<TokenizerTrainer.Kind> KINDS =
            Choice.of(TokenizerTrainer.Kind.values(), kind -> switch (kind) {
                case SENTENCEPIECE -> "sentencepiece";
                case BYTE_LEVEL -> "byte-level";
            });

    public static final Codec<TokenizerSettings> CODEC = new Codec<>() {
        @Override
        protected JsonObject fields(TokenizerSettings settings) {
            TokenizerTrainer.Options options = settings.options();
            JsonObject json = new JsonObject();
            json.addProperty("vocab-size", options.vocabularySize());
            json.addProperty("type", KINDS.code(options.kind()));
            json.addProperty("nfc", options.nfc());
            json.addProperty("byte-fallback", options.byteFallback());
            json.addProperty("split-digits", options.splitDigits());
            json.addProperty("min-frequency", options.minFrequency());
            json.addProperty("character-coverage", options.characterCoverage());
            JsonArray texts = new JsonArray();
            settings.texts().forEach(text -> texts.add(text.toString()));
            json.add("texts", texts);
            return json;
        }

        @Override
        protected TokenizerSettings from(JsonFields in) throws InputException {
            TokenizerTrainer.Options usual = defaults().options();
            List<Path> texts = new ArrayList<>();
            for (String text : in.texts("texts")) {
                texts.add(path(text));
            }
            return new TokenizerSettings(
                    new TokenizerTrainer.Options(
                            in.integer("vocab-size", usual.vocabularySize(), 1, TokenizerTrainer.Options.MOST_PIECES),
                            in.choice("type", KINDS, usual.kind()),
                            in.flag("nfc", usual.nfc()),
                            in.flag("byte-fallback", usual.byteFallback()),
                            in.flag("split-digits", usual.splitDigits()),
                            in.integer("min-frequency", usual.minFrequency(), 1, Integer.MAX_VALUE),
                            in.positive("character-coverage", usual.characterCoverage(), 1),
                            usual.threads()),
                    texts);
        }

        @Override
        protected JsonObject upgraded(JsonObject old) {
            rename(old, "vocabularySize", "vocab-size");
            rename(old, "kind", "type");
            rename(old, "byteFallback", "byte-fallback");
            rename(old, "splitDigits", "split-digits");
            rename(old, "minFrequency", "min-frequency");
            rename(old, "characterCoverage", "character-coverage");
            old.remove("threads");
            return old;
        }
    };

    public TokenizerSettings {
        texts = List.copyOf(texts);
    }

    /** The trainer's defaults, on nothing but the training pairs. */
    public static TokenizerSettings defaults() {
        return new TokenizerSettings(TokenizerTrainer.Options.defaults(), List.of());
    }

    /** A size, and defaults beside it. */
    public static TokenizerSettings ofSize(int vocabularySize) {
        return defaults().withOptions(TokenizerTrainer.Options.defaults().withVocabularySize(vocabularySize));
    }

    public TokenizerSettings withOptions(TokenizerTrainer.Options value) {
        return new TokenizerSettings(value, texts);
    }

    public TokenizerSettings withTexts(List<Path> value) {
        return new TokenizerSettings(options, value);
    }
}
