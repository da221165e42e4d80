package org.hydraworkbench.tokenizer;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.Progress;

/** The files of a tokenizer, alone in a folder or beside a model: their names are known here and nowhere else. */
public final class TokenizerFolder {

    /** The file that holds all of a tokenizer but what its special tokens are for. */
    public static final String JSON = "tokenizer.json";
    /** Says what special tokens are for. */
    public static final String CONFIG = "tokenizer_config.json";
    /** The configuration of the model beside it, which names special tokens by number. */
    public static final String MODEL_CONFIG = "config.json";
    /** The usual chat template. */
    public static final String TEMPLATE = "chat_template.jinja";
    /** The folder with further chat templates. */
    public static final String TEMPLATES = "additional_chat_templates";

    /** Says what special tokens are for, in older folders. */
    static final String MAP = "special_tokens_map.json";
    /** Tokens that were added to an older vocabulary. */
    static final String ADDED = "added_tokens.json";
    /** Pairs of pieces, beside {@link #VOCABULARY}. */
    static final String MERGES = "merges.txt";

    private static final String VOCABULARY = "vocab.json";
    private static final String SENTENCE_PIECE = "tokenizer.model";

    private static final List<String> FILES =
            List.of(JSON, CONFIG, MAP, ADDED, TEMPLATE, VOCABULARY, MERGES, "vocab.txt", SENTENCE_PIECE);
    /** Those that say what a {@link #JSON} does not. */
    private static final List<String> AROUND = List.of(CONFIG, MAP, TEMPLATE);
    /** How transformers calls a tokenizer that is all that its {@link #JSON} says. */
    private static final String PLAIN_CLASS = "PreTrainedTokenizerFast";

    private TokenizerFolder() {}

    /** Whether a file of that name belongs to a tokenizer. */
    public static boolean isFile(String name) {
        return FILES.contains(name);
    }

    /**
     * What a tokenizer is read from.
     *
     * @param path a folder, or the file itself
     * @throws InputException when there is none, with what is there instead
     */
    static TokenizerSource source(Path path) throws InputException {
        Optional<TokenizerSource> found = Files.isRegularFile(path) ? Optional.of(ofFile(path)) : find(path);
        if (found.isEmpty()) {
            String others = Files.isDirectory(path) ? others(path) : "";
            throw InputException.in(path, "there is no tokenizer here; give a folder that holds a tokenizer.json, or a tokenizer.model, or a"
                    + " vocab.json and a merges.txt" + (others.isEmpty() ? "" : "; from " + others + " alone none can be made"));
        }
        return found.get();
    }

    private static Optional<TokenizerSource> find(Path folder) {
        for (String name : List.of(JSON, SENTENCE_PIECE, VOCABULARY)) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file) && (!name.equals(VOCABULARY) || Files.isRegularFile(folder.resolve(MERGES)))) {
                return Optional.of(ofFile(file));
            }
        }
        return Optional.empty();
    }

    /** What a tokenizer may be in that is not read here. */
    private static String others(Path folder) throws InputException {
        return Folders.list(folder).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> name.equals(VOCABULARY) || name.equals("tekken.json") || name.endsWith(".tiktoken") || name.endsWith(".model"))
                .collect(Collectors.joining(", "));
    }

    private static TokenizerSource ofFile(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".model")) {
            return new TokenizerSource.SentencePiece(file);
        }
        return name.equals(VOCABULARY) ? new TokenizerSource.BytePairs(file) : new TokenizerSource.Whole(file);
    }

    /** The hash that a tokenizer is known by, without loading it: that of its {@link #JSON}, there or made. */
    public static String hash(Path path) throws InputException {
        return hash(source(path).json());
    }

    static String hash(byte[] json) {
        return Hashes.hex(Hashes.sha256().digest(json));
    }

    /** The files that {@link Tokenizer#load} reads, there or not, of a tokenizer that is given by its folder or its {@code tokenizer.json}. */
    public static List<Path> filesOf(Path path) {
        Path file = Files.isDirectory(path) ? path.resolve(JSON) : path;
        List<Path> files = new ArrayList<>(List.of(file));
        List.of(CONFIG, MAP, ADDED, MERGES, MODEL_CONFIG).forEach(name -> files.add(file.resolveSibling(name)));
        return files;
    }

    /** Copies what belongs to the tokenizer of a folder, if it has one; see the other. */
    public static void copy(Path from, Path to) throws HydraException {
        Optional<TokenizerSource> source = find(from);
        copyAround(from, to, source.isEmpty() || source.get().file().endsWith(JSON) ? FILES : AROUND);
        if (source.isPresent() && !source.get().file().endsWith(JSON)) {
            writeMade(source.get(), to);
        }
    }

    /** Copies what belongs to a tokenizer. What is no {@value #JSON} yet becomes one in the copy, so that every program reads it alike. */
    public static void copy(Tokenizer tokenizer, Path to) throws HydraException {
        copyAround(tokenizer.folder(), to, AROUND);
        writeMade(tokenizer.source(), to);
    }

    private static void copyAround(Path from, Path to, List<String> names) throws HydraException {
        for (String name : names) {
            if (Files.isRegularFile(from.resolve(name))) {
                Folders.copyFile(from.resolve(name), to.resolve(name), Progress.none());
            }
        }
        if (Files.isDirectory(from.resolve(TEMPLATES))) {
            Folders.copy(from.resolve(TEMPLATES), to.resolve(TEMPLATES), Progress.none());
        }
    }

    private static void writeMade(TokenizerSource source, Path to) throws HydraException {
        byte[] json = source.json();
        AtomicFiles.write(to.resolve(JSON), out -> out.write(json));
        if (source instanceof TokenizerSource.Whole) {
            return;
        }
        Map<String, String> known = SpecialTokens.spellings(to);
        JsonObject config = Files.isRegularFile(to.resolve(CONFIG)) ? Json.readObject(to.resolve(CONFIG)) : new JsonObject();
        config.addProperty("tokenizer_class", PLAIN_CLASS);
        source.roles().forEach((role, token) -> {
            if (!known.containsKey(role)) {
                config.addProperty(role, token);
            }
        });
        Json.write(to.resolve(CONFIG), config);
    }

    /**
     * Copies what belongs to a model's tokenizer to where there is no model: the parts that special tokens play and that only
     * the model's configuration names are written to {@value #MAP}.
     */
    public static void copyAlone(Tokenizer tokenizer, Path to) throws HydraException {
        copy(tokenizer, to);
        Path file = to.resolve(MAP);
        JsonObject map = Files.isRegularFile(file) ? Json.readObject(file) : new JsonObject();
        SpecialTokens special = tokenizer.special();
        Map<String, OptionalInt> roles = new TreeMap<>(Map.of(
                "bos_token", special.bos(),
                "eos_token", special.eos(),
                "pad_token", special.pad(),
                "unk_token", special.unk()));
        roles.forEach((role, id) -> {
            if (id.isPresent() && !map.has(role)) {
                map.addProperty(role, tokenizer.piece(id.getAsInt()));
            }
        });
        Json.write(file, map);
    }
}
