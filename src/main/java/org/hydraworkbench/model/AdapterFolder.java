package org.hydraworkbench.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.model.family.FileTensor;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.NumberType;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;
import org.hydraworkbench.weights.SafetensorsFile;

/**
 * A folder with what was learnt beside the matrices of a model, as peft writes and reads it: {@code adapter_config.json} and
 * {@code adapter_model.safetensors}. Tables that were trained too are in it as modules that are saved whole.
 */
public final class AdapterFolder {

    /** Where it lies in the folder of a model that was trained so. */
    public static final String NAME = "adapter";

    private static final String CONFIG = PretrainedFolder.ADAPTER;
    private static final String WEIGHTS = "adapter_model.safetensors";
    private static final String BEFORE = "base_model.model.";

    private AdapterFolder() {}

    /**
     * Writes what a decoder has learnt beside its matrices.
     *
     * @param base the model that it began with, for whoever loads it
     */
    static void write(Decoder decoder, Adapter adapter, String base, Path folder) throws HydraException {
        Folders.create(folder);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Set<String> modules = new TreeSet<>();
        for (Map.Entry<String, Tensor> each : beside(decoder, adapter).entrySet()) {
            tensors.put(BEFORE + each.getKey(), each.getValue());
            String module = each.getKey().replaceAll("\\.lora_.*", "");
            modules.add(module.substring(module.lastIndexOf('.') + 1));
        }
        tensors.put(BEFORE + decoder.names().inputTable(), decoder.table().input());
        Set<String> saved = new TreeSet<>(Set.of(module(decoder.names().inputTable())));
        if (!decoder.table().tied()) {
            tensors.put(BEFORE + decoder.names().headTable(), decoder.table().head());
            saved.add(module(decoder.names().headTable()));
        }
        WeightExporter.tensors(folder.resolve(WEIGHTS), List.copyOf(tensors.keySet()), List.copyOf(tensors.values()), decoder.scope());
        JsonObject json = new JsonObject();
        json.addProperty("peft_type", "LORA");
        json.addProperty("task_type", "CAUSAL_LM");
        json.addProperty("base_model_name_or_path", base);
        json.addProperty("r", adapter.rank());
        json.addProperty("lora_alpha", adapter.alpha());
        json.addProperty("lora_dropout", 0.0);
        json.addProperty("use_dora", adapter.lengths());
        json.addProperty("use_rslora", false);
        json.addProperty("bias", "none");
        json.addProperty("fan_in_fan_out", decoder.config().block().columns());
        json.addProperty("ensure_weight_tying", decoder.table().tied());
        json.addProperty("inference_mode", true);
        json.add("target_modules", array(modules));
        json.add("modules_to_save", array(saved));
        json.add("layers_to_transform", JsonNull.INSTANCE);
        Json.write(folder.resolve(CONFIG), json);
    }

    private static JsonArray array(Set<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    private static String module(String tensor) {
        String module = Adapter.module(tensor);
        return module.substring(module.lastIndexOf('.') + 1);
    }

    /** What is learnt beside the matrices, by the names that files of the family have for it. */
    private static Map<String, Tensor> beside(Decoder decoder, Adapter adapter) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Map<String, Tensor> own = new LinkedHashMap<>();
        decoder.parameters().forEach(parameter -> own.put(parameter.name(), parameter.tensor()));
        List<FileTensor> files = decoder.config().family().tensors(decoder.config().block(), decoder.config().sizes());
        for (int layer = 0; layer < decoder.config().layers(); layer++) {
            for (FileTensor each : files) {
                if (!each.weight().isMatrix()) {
                    continue;
                }
                for (String part : List.of(Adapter.A, Adapter.B, Adapter.M)) {
                    Tensor tensor = own.get(WeightLayout.layer(layer) + Adapter.module(each.weight().ownName()) + part);
                    if (tensor != null) {
                        tensors.put(decoder.names().layer(layer) + Adapter.module(each.name()) + part, tensor);
                    }
                }
            }
        }
        if (tensors.size() != decoder.config().layers() * Adapter.matrices(decoder.config()).size() * adapter.each()) {
            throw new IllegalStateException("matrices without names in files");
        }
        return tensors;
    }

    /**
     * Gives a decoder what a folder has beside its matrices, and its tables. Matrices that the folder does not name stay as they are.
     *
     * @param sign 1, or −1 for the opposite
     * @throws InputException when it is no such folder, does not fit the model, or has what is not supported
     */
    public static void apply(Path folder, Decoder decoder, int sign) throws HydraException {
        Path config = folder.resolve(CONFIG);
        Adapter adapter = adapter(config);
        if (adapter.lengths() && sign < 0) {
            throw InputException.in(config, "is of DoRA, which changes the lengths of rows and does not keep those that they had; take the model that it began with");
        }
        try (SafetensorsFile file = SafetensorsFile.open(folder.resolve(WEIGHTS))) {
            decoder.adapt(new Adapter(adapter.lengths(), adapter.rank(), sign * adapter.alpha()), 0);
            Map<String, Tensor> places = new LinkedHashMap<>(beside(decoder, adapter));
            Set<String> unread = new HashSet<>(file.names());
            try (TensorScope scope = decoder.scope().child()) {
                for (Map.Entry<String, Tensor> each : places.entrySet()) {
                    String name = BEFORE + each.getKey();
                    if (unread.remove(name)) {
                        requireShape(file, name, each.getValue().shape());
                        load(file, name, each.getValue(), scope);
                    }
                }
            }
            tables(file, unread, decoder, sign);
            if (!unread.isEmpty()) {
                throw InputException.in(file.location(), "has " + new TreeSet<>(unread).first() + ", which the model has no place for");
            }
        }
    }

    private static void tables(SafetensorsFile file, Set<String> unread, Decoder decoder, int sign) throws HydraException {
        String input = BEFORE + decoder.names().inputTable();
        String head = BEFORE + decoder.names().headTable();
        boolean hasInput = unread.remove(input);
        boolean hasHead = unread.remove(head);
        if (!hasInput && !hasHead || sign < 0) {
            return; // what the tables were before is not in the folder
        }
        for (String name : hasInput && hasHead ? List.of(input, head) : List.of(hasInput ? input : head)) {
            requireShape(file, name, decoder.table().input().shape());
        }
        int size = decoder.table().size();
        int width = decoder.table().width();
        int atOnce = Math.max(1, (1 << 24) / width);
        for (int first = 0; first < size; first += atOnce) {
            int rows = Math.min(atOnce, size - first);
            int[] ids = IntStream.range(first, first + rows).toArray();
            float[] inputs = hasInput ? rows(file, input, first, rows, width) : decoder.table().inputRows(ids);
            float[] heads = hasHead ? rows(file, head, first, rows, width) : decoder.table().tied() ? inputs : decoder.table().headRows(ids);
            decoder.table().setRows(ids, decoder.table().tied() && !hasInput ? heads : inputs, heads);
        }
    }

    private static float[] rows(SafetensorsFile file, String name, int first, int rows, int width) throws HydraException {
        float[] values = new float[Math.multiplyExact(rows, width)];
        file.floats(name, first, rows, values);
        return values;
    }

    private static void load(SafetensorsFile file, String name, Tensor into, TensorScope scope) throws HydraException {
        NumberType type = WeightLoader.type(file, name);
        file.read(name, bytes -> {
            DecoderKernel.load(scope, into, bytes, type, 0);
            return into;
        });
    }

    private static void requireShape(SafetensorsFile file, String name, long[] shape) throws InputException {
        if (!Arrays.equals(file.info(name).shape(), shape)) {
            throw InputException.in(
                    file.location(), "tensor " + name + " is " + Arrays.toString(file.info(name).shape()) + ", but the model asks for " + Arrays.toString(shape));
        }
    }

    private static Adapter adapter(Path file) throws InputException {
        JsonFields json = JsonFields.of(Json.readObject(file));
        try {
            String type = json.text("peft_type", "");
            if (!type.equals("LORA")) {
                throw new InputException("peft_type is " + (type.isEmpty() ? "missing" : type) + "; only LORA (with DoRA) is supported.");
            }
            List<String> other = new ArrayList<>();
            for (String flag : List.of("use_rslora", "lora_bias", "use_qalora", "use_bdlora")) {
                if (json.flag(flag, false)) {
                    other.add(flag);
                }
            }
            for (String pattern : List.of("rank_pattern", "alpha_pattern")) {
                if (json.has(pattern) && !json.object(pattern).names().isEmpty()) {
                    other.add(pattern);
                }
            }
            Stream.of("target_parameters", "trainable_token_indices", "layer_replication", "alora_invocation_tokens").filter(json::has).forEach(other::add);
            if (!json.text("bias", "none").equals("none")) {
                other.add("bias");
            }
            if (!other.isEmpty()) {
                throw new InputException("it uses " + String.join(", ", other) + ", which is not supported.");
            }
            return new Adapter(
                    json.flag("use_dora", false), json.integer("r", 8, 1, 65_536), json.positive("lora_alpha", 8, 1e6));
        } catch (InputException e) {
            throw InputException.in(file, "this adapter cannot be used", e);
        }
    }
}
