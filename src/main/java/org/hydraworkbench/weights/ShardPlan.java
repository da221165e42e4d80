package org.hydraworkbench.weights;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hydraworkbench.base.Temporaries;

/**
 * Which tensors go into which files, and what stands at the files' beginnings.
 *
 * @param shards the files in order, at least one
 * @param index where the list of shards goes when there are several
 * @param stale files of an earlier model that would contradict the new ones
 */
record ShardPlan(List<Shard> shards, Optional<Path> index, List<Path> stale) {

    private static final Gson GSON = new Gson();

    /**
     * One file.
     *
     * @param file its name when it is complete
     * @param temporary its name until then
     * @param tensors what it holds, in order
     */
    record Shard(Path file, Path temporary, List<TensorInfo> tensors) {

        private static Shard of(Path file, List<TensorInfo> tensors) {
            return new Shard(file, Temporaries.beside(file), List.copyOf(tensors));
        }

        /** The length of the header, then the header, padded with spaces so that the values begin at a multiple of eight. */
        ByteBuffer beginning() {
            byte[] json = header().getBytes(StandardCharsets.UTF_8);
            int padded = Math.ceilDiv(json.length, Long.BYTES) * Long.BYTES;
            ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
            buffer.putLong(padded).put(json);
            while (buffer.hasRemaining()) {
                buffer.put((byte) ' ');
            }
            return buffer.flip();
        }

        private String header() {
            JsonObject json = new JsonObject();
            JsonObject metadata = new JsonObject();
            metadata.addProperty("format", "pt");
            json.add("__metadata__", metadata);
            long offset = 0;
            for (TensorInfo tensor : tensors) {
                JsonObject entry = new JsonObject();
                entry.addProperty("dtype", tensor.dtype().safetensorsName());
                JsonArray shape = new JsonArray();
                for (long dimension : tensor.shape()) {
                    shape.add(dimension);
                }
                entry.add("shape", shape);
                JsonArray offsets = new JsonArray();
                offsets.add(offset);
                offset += tensor.byteSize();
                offsets.add(offset);
                entry.add("data_offsets", offsets);
                json.add(tensor.name(), entry);
            }
            return GSON.toJson(json);
        }
    }

    /** Everything in one file. */
    static ShardPlan file(Path file, List<TensorInfo> tensors) {
        requireDistinct(tensors);
        return new ShardPlan(List.of(Shard.of(file, tensors)), Optional.empty(), List.of());
    }

    /** The files of a model folder. A tensor larger than {@code maxShardBytes} gets a file of its own. */
    static ShardPlan model(Path folder, List<TensorInfo> tensors, long maxShardBytes) {
        requireDistinct(tensors);
        List<List<TensorInfo>> groups = split(tensors, maxShardBytes);
        Path single = folder.resolve(ModelWeights.SINGLE);
        Path index = folder.resolve(ModelWeights.INDEX);
        if (groups.size() == 1) {
            return new ShardPlan(List.of(Shard.of(single, tensors)), Optional.empty(), List.of(index));
        }
        Map<String, List<TensorInfo>> shards = new LinkedHashMap<>();
        for (List<TensorInfo> group : groups) {
            shards.put("model-%05d-of-%05d.safetensors".formatted(shards.size() + 1, groups.size()), group);
        }
        return new ShardPlan(shards(folder, shards).shards(), Optional.of(index), List.of(single));
    }

    /** Files of these names, with an index unless it is the one file of an unsharded model. */
    static ShardPlan shards(Path folder, Map<String, List<TensorInfo>> tensors) {
        requireDistinct(tensors.values().stream().flatMap(List::stream).toList());
        List<Shard> shards = new ArrayList<>();
        tensors.forEach((name, group) -> shards.add(Shard.of(folder.resolve(name), group)));
        boolean single = tensors.keySet().equals(Set.of(ModelWeights.SINGLE));
        return new ShardPlan(shards, single ? Optional.empty() : Optional.of(folder.resolve(ModelWeights.INDEX)), List.of());
    }

    private static void requireDistinct(List<TensorInfo> tensors) {
        Set<String> names = new HashSet<>();
        for (TensorInfo tensor : tensors) {
            if (!names.add(tensor.name())) {
                throw new IllegalArgumentException("two tensors are called " + tensor.name());
            }
        }
    }

    private static List<List<TensorInfo>> split(List<TensorInfo> tensors, long maxShardBytes) {
        List<List<TensorInfo>> groups = new ArrayList<>();
        List<TensorInfo> group = new ArrayList<>();
        long bytes = 0;
        for (TensorInfo tensor : tensors) {
            if (!group.isEmpty() && bytes + tensor.byteSize() > maxShardBytes) {
                groups.add(group);
                group = new ArrayList<>();
                bytes = 0;
            }
            group.add(tensor);
            bytes += tensor.byteSize();
        }
        groups.add(group);
        return groups;
    }

    /** The list of shards as {@code model.safetensors.index.json} has it. */
    String indexJson() {
        JsonObject map = new JsonObject();
        long total = 0;
        for (Shard shard : shards) {
            for (TensorInfo tensor : shard.tensors()) {
                map.addProperty(tensor.name(), String.valueOf(shard.file().getFileName()));
                total += tensor.byteSize();
            }
        }
        JsonObject metadata = new JsonObject();
        metadata.addProperty("total_size", total);
        JsonObject json = new JsonObject();
        json.add("metadata", metadata);
        json.add("weight_map", map);
        return GSON.toJson(json);
    }
}
