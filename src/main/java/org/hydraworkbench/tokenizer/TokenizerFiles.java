package org.hydraworkbench.tokenizer;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;

/**
 * Writes a trained tokenizer as the three files that transformers reads.
 *
 * <p>For the {@code sentencepiece} kind the normaliser puts {@code ▁} before the text once and in place of spaces; a
 * pre-tokenizer that put it before every split would decode to spaces between digits. The 256 byte pieces are ordinary
 * vocabulary: as added tokens they would be dropped in decoding, and a literal {@code <0x41>} would turn into a byte. The
 * regular expression says what {@link WordScanner} does.
 */
final class TokenizerFiles {

    /** One merge: two pieces that become one. */
    record Merge(String left, String right) {}

    /** What a file holds. */
    @FunctionalInterface
    private interface Json {
        void write(JsonWriter json) throws IOException;
    }

    private static final List<String> ROLES = List.of("unk_token", "bos_token", "eos_token", "pad_token");
    /** Transformers' own value for "no limit". */
    private static final String NO_LIMIT = "1000000000000000019884624838656";

    private final TokenizerTrainer.Options options;
    private final boolean byteLevel;

    private TokenizerFiles(TokenizerTrainer.Options options) {
        this.options = options;
        this.byteLevel = options.kind() == TokenizerTrainer.Kind.BYTE_LEVEL;
    }

    /**
     * Writes the files, {@code tokenizer.json} last.
     *
     * @param pieces characters, then what merges made, in the order of ids
     */
    static void write(Path folder, TokenizerTrainer.Options options, List<String> pieces, List<Merge> merges)
            throws HydraException {
        TokenizerFiles files = new TokenizerFiles(options);
        write(folder.resolve(TokenizerFolder.MAP), json -> {
            json.beginObject();
            roles(json);
            json.endObject();
        });
        write(folder.resolve(TokenizerFolder.CONFIG), files::config);
        write(folder.resolve(TokenizerFolder.JSON), json -> files.tokenizer(json, pieces, merges));
    }

    private static void write(Path file, Json content) throws HydraException {
        AtomicFiles.write(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            JsonWriter json = new JsonWriter(writer);
            json.setIndent(" ");
            json.setHtmlSafe(false);
            content.write(json);
            json.flush();
            writer.write('\n');
            writer.flush();
        });
    }

    private static void roles(JsonWriter json) throws IOException {
        for (int i = 0; i < ROLES.size(); i++) {
            json.name(ROLES.get(i)).value(TokenizerTrainer.SPECIAL.get(i));
        }
    }

    private void config(JsonWriter json) throws IOException {
        json.beginObject();
        json.name("tokenizer_class").value("PreTrainedTokenizerFast");
        roles(json);
        json.name("clean_up_tokenization_spaces").value(false);
        json.name("model_max_length").value(new java.math.BigInteger(NO_LIMIT));
        json.endObject();
    }

    private void tokenizer(JsonWriter json, List<String> pieces, List<Merge> merges) throws IOException {
        json.beginObject();
        json.name("version").value("1.0");
        json.name("truncation").nullValue();
        json.name("padding").nullValue();
        json.name("added_tokens").beginArray();
        for (int id = 0; id < TokenizerTrainer.SPECIAL.size(); id++) {
            added(json, id, TokenizerTrainer.SPECIAL.get(id));
        }
        json.endArray();
        json.name("normalizer");
        normalizer(json);
        json.name("pre_tokenizer");
        preTokenizer(json);
        json.name("post_processor").nullValue();
        json.name("decoder");
        decoder(json);
        json.name("model");
        model(json, pieces, merges);
        json.endObject();
    }

    private static void added(JsonWriter json, int id, String content) throws IOException {
        json.beginObject();
        json.name("id").value(id);
        json.name("content").value(content);
        for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized")) {
            json.name(flag).value(false);
        }
        json.name("special").value(true);
        json.endObject();
    }

    private void normalizer(JsonWriter json) throws IOException {
        if (byteLevel && !options.nfc()) {
            json.nullValue();
            return;
        }
        json.beginObject();
        json.name("type").value("Sequence");
        json.name("normalizers").beginArray();
        if (options.nfc()) {
            json.beginObject().name("type").value("NFC").endObject();
        }
        if (!byteLevel) {
            json.beginObject().name("type").value("Prepend").name("prepend").value("▁").endObject();
            replace(json, " ", "▁");
        }
        json.endArray();
        json.endObject();
    }

    private static void replace(JsonWriter json, String from, String to) throws IOException {
        json.beginObject().name("type").value("Replace");
        json.name("pattern").beginObject().name("String").value(from).endObject();
        json.name("content").value(to).endObject();
    }

    private void preTokenizer(JsonWriter json) throws IOException {
        json.beginObject();
        json.name("type").value("Sequence");
        json.name("pretokenizers").beginArray();
        json.beginObject();
        json.name("type").value("Split");
        json.name("pattern").beginObject().name("Regex").value(pattern()).endObject();
        json.name("behavior").value("Isolated");
        json.name("invert").value(false);
        json.endObject();
        if (byteLevel) {
            byteLevel(json);
        }
        json.endArray();
        json.endObject();
    }

    private String pattern() {
        String space = byteLevel ? " " : "▁";
        String number = options.splitDigits() ? "\\p{N}" : "\\p{N}+";
        return space + "+(?=" + space + ")|" + space + "?[\\p{L}\\p{M}]+|" + space + "?" + number + "|"
                + space + "?[^" + space + "\\p{L}\\p{M}\\p{N}]+|" + space;
    }

    private static void byteLevel(JsonWriter json) throws IOException {
        json.beginObject().name("type").value("ByteLevel");
        json.name("add_prefix_space").value(false);
        json.name("trim_offsets").value(false);
        json.name("use_regex").value(false);
        json.endObject();
    }

    private void decoder(JsonWriter json) throws IOException {
        if (byteLevel) {
            byteLevel(json);
            return;
        }
        json.beginObject();
        json.name("type").value("Sequence");
        json.name("decoders").beginArray();
        replace(json, "▁", " ");
        json.beginObject().name("type").value("ByteFallback").endObject();
        json.beginObject().name("type").value("Fuse").endObject();
        json.beginObject().name("type").value("Strip").name("content").value(" ");
        json.name("start").value(1).name("stop").value(0).endObject();
        json.endArray();
        json.endObject();
    }

    private void model(JsonWriter json, List<String> pieces, List<Merge> merges) throws IOException {
        boolean bytes = TokenizerTrainer.hasBytePieces(options);
        json.beginObject();
        json.name("type").value("BPE");
        json.name("dropout").nullValue();
        json.name("unk_token").value(TokenizerTrainer.SPECIAL.getFirst());
        json.name("continuing_subword_prefix").nullValue();
        json.name("end_of_word_suffix").nullValue();
        json.name("fuse_unk").value(!byteLevel);
        json.name("byte_fallback").value(bytes);
        json.name("ignore_merges").value(false);
        json.name("vocab").beginObject();
        int id = 0;
        for (String special : TokenizerTrainer.SPECIAL) {
            json.name(special).value(id++);
        }
        for (int b = 0; bytes && b < 256; b++) {
            json.name(ByteAlphabet.fallbackPiece(b)).value(id++);
        }
        for (String piece : pieces) {
            json.name(piece).value(id++);
        }
        json.endObject();
        json.name("merges").beginArray();
        for (Merge merge : merges) {
            json.beginArray().value(merge.left()).value(merge.right()).endArray();
        }
        json.endArray();
        json.endObject();
    }
}
