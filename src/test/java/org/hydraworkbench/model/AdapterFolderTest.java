package org.hydraworkbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.testing.Adapters;
import org.hydraworkbench.testing.FamilyModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.SafetensorsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That what peft has learnt beside a model is read, merged, taken away again, and written as peft reads it. */
class AdapterFolderTest {

    private static final float PRECISION = 1e-4f;

    @TempDir
    Path folder;

    static List<String> adapters() throws HydraException {
        return Adapters.names();
    }

    static List<String> unmergeable() throws HydraException {
        return Adapters.names().stream().filter(name -> !name.contains("dora")).toList();
    }

    private static Decoder load(String adapter) throws Exception {
        return Decoder.load(TestModels.runtime(), FamilyModels.folder(Adapters.expected(adapter).base()), Decoder.Use.TRAIN, Progress.none());
    }

    private static void assertAsPeft(String adapter, Decoder decoder) throws Exception {
        Adapters.Expected expected = Adapters.expected(adapter);
        try (Session session = new Session(decoder)) {
            float[] logits = session.feed(decoder.table(), expected.ids(), decoder.table());
            assertThat(logits).usingComparatorWithPrecision(PRECISION).containsExactly(expected.logits()[expected.ids().length - 1]);
        }
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void logitsAreThoseOfPeftBesideAndMerged(String adapter) throws Exception {
        try (Decoder decoder = load(adapter)) {
            AdapterFolder.apply(Adapters.folder(adapter), decoder, 1);
            assertAsPeft(adapter, decoder);
            decoder.save(folder, Progress.none());
        }
        try (Decoder merged = Decoder.load(TestModels.runtime(), folder, Progress.none())) {
            assertThat(merged.adapter()).isNull();
            assertAsPeft(adapter, merged);
        }
    }

    @ParameterizedTest
    @MethodSource("unmergeable")
    void whatWasMergedIsTakenAwayAgain(String adapter) throws Exception {
        Path merged = Files.createDirectory(folder.resolve("merged"));
        Path without = Files.createDirectory(folder.resolve("without"));
        try (Decoder decoder = load(adapter)) {
            AdapterFolder.apply(Adapters.folder(adapter), decoder, 1);
            decoder.save(merged, Progress.none());
        }
        try (Decoder decoder = Decoder.load(TestModels.runtime(), merged, Decoder.Use.TRAIN, Progress.none())) {
            AdapterFolder.apply(Adapters.folder(adapter), decoder, -1);
            decoder.save(without, Progress.none());
        }
        try (ModelWeights before = ModelWeights.open(FamilyModels.folder(Adapters.expected(adapter).base()));
                ModelWeights with = ModelWeights.open(merged);
                ModelWeights after = ModelWeights.open(without)) {
            boolean changed = false;
            for (String name : before.names()) {
                if (name.contains("_proj") || name.contains(".c_")) {
                    assertThat(after.floats(name)).as(name).usingComparatorWithPrecision(1e-5f).containsExactly(before.floats(name));
                    changed |= !java.util.Arrays.equals(with.floats(name), before.floats(name));
                }
            }
            assertThat(changed).isTrue();
        }
    }

    /** Of what peft wrote everything is written again; what it did not name is written without effect. */
    @ParameterizedTest
    @MethodSource("adapters")
    void whatIsReadIsWrittenAgain(String adapter) throws Exception {
        try (Decoder decoder = load(adapter)) {
            AdapterFolder.apply(Adapters.folder(adapter), decoder, 1);
            AdapterFolder.write(decoder, Objects.requireNonNull(decoder.adapter()), "base", folder);
        }
        try (SafetensorsFile theirs = SafetensorsFile.open(Adapters.folder(adapter).resolve("adapter_model.safetensors"));
                SafetensorsFile ours = SafetensorsFile.open(folder.resolve("adapter_model.safetensors"))) {
            for (String name : theirs.names()) {
                assertThat(ours.info(name)).isEqualTo(theirs.info(name));
                assertThat(ours.floats(name)).as(name).isEqualTo(theirs.floats(name));
            }
            for (String name : ours.names()) {
                if (!theirs.has(name) && name.contains("lora_B")) {
                    assertThat(ours.floats(name)).as(name).containsOnly(0);
                }
            }
        }
        JsonObject theirs = config(Adapters.folder(adapter));
        JsonObject ours = config(folder);
        for (String same : List.of("peft_type", "task_type", "r", "use_dora", "bias", "fan_in_fan_out")) {
            assertThat(ours.get(same)).as(same).isEqualTo(theirs.get(same));
        }
        assertThat(ours.get("lora_alpha").getAsDouble()).isEqualTo(theirs.get("lora_alpha").getAsDouble());
        assertThat(ours.getAsJsonArray("target_modules")).containsAll(theirs.getAsJsonArray("target_modules"));
        try (Decoder decoder = load(adapter)) {
            AdapterFolder.apply(folder, decoder, 1);
            assertAsPeft(adapter, decoder);
        }
    }

    private static JsonObject config(Path adapter) throws Exception {
        return JsonParser.parseString(Files.readString(adapter.resolve("adapter_config.json"))).getAsJsonObject();
    }

    @Test
    void whatIsNotSupportedIsToldByName() throws Exception {
        assertRefused("\"use_rslora\": false", "\"use_rslora\": true", "use_rslora");
        assertRefused("\"rank_pattern\": {}", "\"rank_pattern\": {\"q_proj\": 2}", "rank_pattern");
        assertRefused("\"bias\": \"none\"", "\"bias\": \"all\"", "bias");
        assertRefused("\"peft_type\": \"LORA\"", "\"peft_type\": \"IA3\"", "IA3");
        assertRefused("\"r\": 3", "\"r\": 0", "r:");
        assertRefused("\"r\": 3", "\"r\": 4", "lora_A");
    }

    private void assertRefused(String what, String with, String told) throws Exception {
        Path adapter = folder.resolve("adapter");
        Folders.delete(adapter);
        Folders.create(adapter);
        for (Path each : Folders.list(Adapters.folder("llama-lora"))) {
            Files.copy(each, adapter.resolve(each.getFileName()));
        }
        Path file = adapter.resolve("adapter_config.json");
        String text = Files.readString(file);
        assertThat(text).contains(what);
        Files.writeString(file, text.replace(what, with));
        try (Decoder decoder = load("llama-lora")) {
            assertThatThrownBy(() -> AdapterFolder.apply(adapter, decoder, 1)).isInstanceOf(InputException.class).hasMessageContaining(told);
        }
    }

    @Test
    void anAdapterOfAnotherModelIsRefused() throws Exception {
        try (Decoder decoder = load("llama-lora")) {
            assertThatThrownBy(() -> AdapterFolder.apply(Adapters.folder("gpt2-lora"), decoder, 1))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("transformer.h.0");
        }
    }

    @Test
    void lengthsOfRowsCannotBeTakenAway() throws Exception {
        try (Decoder decoder = load("llama-dora")) {
            assertThatThrownBy(() -> AdapterFolder.apply(Adapters.folder("llama-dora"), decoder, -1))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("DoRA");
        }
    }
}
