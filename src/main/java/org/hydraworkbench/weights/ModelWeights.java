package org.hydraworkbench.weights;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;

/**
 * The tensors of a model folder: {@code model.safetensors}, or the shards that {@code model.safetensors.index.json} lists.
 * Nothing else is read; weights in a format that can carry code are refused with a sentence.
 */
public final class ModelWeights implements TensorSource {

    /** The name of the one file of an unsharded model. */
    public static final String SINGLE = "model.safetensors";
    /** The name of the list of shards. */
    public static final String INDEX = "model.safetensors.index.json";

    /** A plain name in the same folder. */
    private static final Pattern SHARD_NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]+\\.safetensors");

    private final Path folder;
    private final Map<String, SafetensorsFile> files;
    private final Map<String, Place> places;

    /** Where a tensor lies, and what it is called there. */
    private record Place(SafetensorsFile file, String name) {}

    private ModelWeights(Path folder, Map<String, SafetensorsFile> files, Map<String, Place> places) {
        this.folder = folder;
        this.files = files;
        this.places = places;
    }

    /**
     * Opens the weights of a model folder.
     *
     * @throws InputException when there are none, a shard is missing or damaged, or the index does not fit the shards
     */
    public static ModelWeights open(Path folder) throws InputException {
        ModelWeights weights = new ModelWeights(folder, new LinkedHashMap<>(), new LinkedHashMap<>());
        boolean opened = false;
        try {
            if (Files.isRegularFile(folder.resolve(SINGLE))) {
                SafetensorsFile file = weights.file(SINGLE);
                file.names().forEach(name -> weights.places.put(name, new Place(file, name)));
            } else if (Files.isRegularFile(folder.resolve(INDEX))) {
                weights.readIndex(folder.resolve(INDEX));
            } else {
                throw InputException.in(folder, whyNothing(folder));
            }
            opened = true;
            return weights;
        } finally {
            if (!opened) {
                weights.close();
            }
        }
    }

    private void readIndex(Path index) throws InputException {
        JsonElement map = Json.readObject(index).get("weight_map");
        if (map == null || !map.isJsonObject()) {
            throw InputException.in(index, "has no weight_map, the list of shards");
        }
        for (Map.Entry<String, JsonElement> entry : map.getAsJsonObject().entrySet()) {
            String shard = entry.getValue().isJsonPrimitive() ? entry.getValue().getAsString() : "";
            if (!SHARD_NAME.matcher(shard).matches()) {
                throw InputException.in(
                        index, "tensor " + entry.getKey() + " should be in a safetensors file of this folder, not in " + entry.getValue());
            }
            SafetensorsFile file = file(shard);
            if (!file.has(entry.getKey())) {
                throw InputException.in(index, "tensor " + entry.getKey() + " is not in " + shard + ", where the index has it");
            }
            places.put(entry.getKey(), new Place(file, entry.getKey()));
        }
        for (SafetensorsFile file : files.values()) {
            requireAlone(file);
        }
    }

    /** Tensors that the index leaves out are part of the model all the same, as with transformers; of one that is there twice nobody knows which. */
    private void requireAlone(SafetensorsFile file) throws InputException {
        for (String name : file.names()) {
            Place other = places.putIfAbsent(name, new Place(file, name));
            if (other != null && other.file() != file) {
                throw InputException.in(folder, "tensor " + name + " is both in " + other.file().location().getFileName() + " and in "
                        + file.location().getFileName());
            }
        }
    }

    private SafetensorsFile file(String name) throws InputException {
        SafetensorsFile known = files.get(name);
        if (known != null) {
            return known;
        }
        SafetensorsFile file = SafetensorsFile.open(folder.resolve(name));
        files.put(name, file);
        return file;
    }

    /** What there is instead, and what to do about it. */
    private static String whyNothing(Path folder) throws InputException {
        if (!Files.isDirectory(folder)) {
            return "is no folder of a model";
        }
        List<String> names = Folders.list(folder).stream().map(path -> String.valueOf(path.getFileName())).toList();
        String code = named(names, ".bin", ".pt", ".pth", ".ckpt");
        if (!code.isEmpty()) {
            return "holds its weights only in a format that can carry code (" + code + "), which is never read here; save the model as"
                    + " safetensors first, as transformers does when it loads and saves it";
        }
        String tensors = named(names, ".safetensors");
        if (!tensors.isEmpty()) {
            return "has neither " + SINGLE + " nor " + INDEX + ", which says what lies in " + tensors + "; fetch it from where the model is from";
        }
        String others = named(names, ".gguf", ".h5", ".msgpack", ".onnx");
        return "has neither " + SINGLE + " nor " + INDEX
                + (others.isEmpty() ? "" : ", only " + others + ", which is not read here; take the model as safetensors");
    }

    /** Those that end so; of many the first. */
    private static String named(List<String> names, String... endings) {
        List<String> found = names.stream().filter(name -> Arrays.stream(endings).anyMatch(name::endsWith)).toList();
        return found.isEmpty() ? "" : found.getFirst() + (found.size() == 1 ? "" : " and " + (found.size() - 1) + " more");
    }

    @Override
    public Path location() {
        return folder;
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(places.keySet());
    }

    @Override
    public TensorInfo info(String name) throws InputException {
        Place place = placeOf(name);
        return place.file().info(place.name()).named(name);
    }

    @Override
    public <R> R read(String name, Reading<R> reading) throws HydraException {
        Place place = placeOf(name);
        return place.file().read(place.name(), reading);
    }

    @Override
    public void transfer(String name, FileChannel out) throws HydraException, IOException {
        Place place = placeOf(name);
        place.file().transfer(place.name(), out);
    }

    /** The tensors by the names of the files that hold them; both in order. */
    public Map<String, List<TensorInfo>> shards() throws InputException {
        Map<String, List<TensorInfo>> shards = new LinkedHashMap<>();
        for (Map.Entry<String, Place> each : places.entrySet()) {
            String file = String.valueOf(each.getValue().file().location().getFileName());
            shards.computeIfAbsent(file, name -> new ArrayList<>()).add(info(each.getKey()));
        }
        return shards;
    }

    /** The files: the safetensors files that hold the tensors, and the index where there are shards. */
    public List<Path> files() {
        List<Path> all = new ArrayList<>(files.values().stream().map(SafetensorsFile::location).toList());
        if (!files.containsKey(SINGLE)) {
            all.add(folder.resolve(INDEX));
        }
        return all;
    }

    private Place placeOf(String name) throws InputException {
        Place place = places.get(name);
        if (place == null) {
            throw InputException.in(folder, "the model has no tensor " + name);
        }
        return place;
    }

    /**
     * Some of the tensors, by other names, out of the same files; closing it closes these.
     *
     * @param renamed what a tensor is called there; empty for one that is not there
     */
    public ModelWeights part(Function<String, Optional<String>> renamed) {
        Map<String, Place> some = new LinkedHashMap<>();
        places.forEach((name, place) -> renamed.apply(name).ifPresent(other -> some.put(other, place)));
        return new ModelWeights(folder, files, some);
    }

    @Override
    public void close() {
        files.values().forEach(SafetensorsFile::close);
    }
}
