package org.hydraworkbench.model.folder;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;

/** What a place is that is taken for a model and is none. */
final class NoModel {

    private static final String GGUF = ".gguf";
    private static final String HYDRA = "hydra.json";
    /** The folder of a repository in the cache of Hugging Face's programs has the model inside this one, in a folder named by a hash. */
    private static final String SNAPSHOTS = "snapshots";

    private NoModel() {}

    /** The rest of a sentence that begins with the place. */
    static String why(Path path) throws InputException {
        if (Files.notExists(path)) {
            return "there is no such folder";
        }
        if (!Files.isDirectory(path)) {
            return path.toString().endsWith(GGUF) ? gguf("is") : "is a file; give the folder of a model";
        }
        List<String> names = Folders.list(path).stream().map(file -> String.valueOf(file.getFileName())).toList();
        if (names.isEmpty()) {
            return "is an empty folder, not that of a model";
        }
        if (names.contains(HYDRA)) {
            return "is a Hydra, not a plain model; its body alone lies in the folder body inside it";
        }
        if (names.contains(PretrainedFolder.ADAPTER)) {
            return adapter(path.resolve(PretrainedFolder.ADAPTER));
        }
        if (names.contains(SNAPSHOTS)) {
            List<Path> snapshots = Folders.list(path.resolve(SNAPSHOTS));
            return "is a folder of a cache; the model lies in " + (snapshots.isEmpty() ? SNAPSHOTS : snapshots.getLast());
        }
        if (names.stream().anyMatch(name -> name.endsWith(GGUF))) {
            return gguf("holds its model only as");
        }
        return "has no " + ConfigFile.NAME + "; a model folder holds config.json, tokenizer.json and *.safetensors";
    }

    private static String gguf(String verb) {
        return verb + " GGUF, in which weights are mostly quantised and which is not read here; take the model in its original form, a folder"
                + " with config.json and safetensors";
    }

    private static String adapter(Path file) throws InputException {
        JsonObject json = Json.readObject(file);
        String base = JsonFields.of(json).text("base_model_name_or_path", "");
        return "holds only an adapter" + (base.isEmpty() ? "" : " of " + base) + ", not a model; merge it into its model first (hydra adapter merge)";
    }
}
