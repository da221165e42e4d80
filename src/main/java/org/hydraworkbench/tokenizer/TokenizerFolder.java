package org.hydraworkbench.tokenizer;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.Progress;

/** The files of a tokenizer, alone in a folder or beside a model: their names are known here and nowhere else. */
public final class TokenizerFolder {

    /** The file that holds all of a tokenizer but what its special tokens are for. */
    public static final String JSON = "tokenizer.json";

    /** Says what special tokens are for. */
    static final String CONFIG = "tokenizer_config.json";
    /** Says the same, in older folders. */
    static final String MAP = "special_tokens_map.json";
    /** The configuration of the model beside it, which names special tokens by number. */
    static final String MODEL_CONFIG = "config.json";

    private static final List<String> FILES = List.of(
            JSON,
            CONFIG,
            MAP,
            "added_tokens.json",
            "chat_template.jinja",
            "vocab.json",
            "merges.txt",
            "vocab.txt",
            "tokenizer.model");

    private TokenizerFolder() {}

    /** Whether a file of that name belongs to a tokenizer. */
    public static boolean isFile(String name) {
        return FILES.contains(name);
    }

    /** The file in a folder, or the one that was given instead of a folder. */
    static Path file(Path path) {
        return Files.isDirectory(path) ? path.resolve(JSON) : path;
    }

    /** The files that {@link Tokenizer#load} reads, there or not, of a tokenizer that is given by its folder or its {@code tokenizer.json}. */
    public static List<Path> filesOf(Path path) {
        Path file = file(path);
        List<Path> files = new ArrayList<>(List.of(file));
        List.of(CONFIG, MAP, MODEL_CONFIG).forEach(name -> files.add(file.resolveSibling(name)));
        return files;
    }

    /** Copies what belongs to a tokenizer. */
    public static void copy(Path from, Path to) throws HydraException {
        for (String name : FILES) {
            if (Files.isRegularFile(from.resolve(name))) {
                Folders.copyFile(from.resolve(name), to.resolve(name), Progress.none());
            }
        }
    }

    /**
     * Copies what belongs to a model's tokenizer to where there is no model: the parts that special tokens play and that only
     * the model's configuration names are written to {@value #MAP}.
     */
    public static void copyAlone(Tokenizer tokenizer, Path to) throws HydraException {
        copy(tokenizer.folder(), to);
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
