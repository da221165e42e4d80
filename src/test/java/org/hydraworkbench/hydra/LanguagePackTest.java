package org.hydraworkbench.hydra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hydraworkbench.testing.Languages.ENGLISH;
import static org.hydraworkbench.testing.Languages.ESPERANTO;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.testing.Bytes;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.SafetensorsFile;
import org.hydraworkbench.weights.SafetensorsWriter;
import org.hydraworkbench.weights.TensorInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagePackTest {

    private static final HydraHeads.SiblingCheck NEVER = hydra -> {
        throw new AssertionError("held to be of another body");
    };

    private static final LanguagePack.Check CHECK = new LanguagePack.Check(List.of("La hundo \"kuris\".", "", "Ŝi ridas."), 2.345678901234);

    @TempDir
    Path folder;

    private Path three = Path.of("");
    private Path pack = Path.of("");

    @BeforeEach
    void pack() throws Exception {
        three = SmallModels.threeHeads(folder);
        pack = folder.resolve("new/eo.hydrapack");
        LanguagePacks.write(three, ESPERANTO, Optional.of(CHECK), pack, Progress.none());
    }

    private void add(Path file, Path out) throws HydraException {
        try (HeadSource source = HeadSource.open(file, null)) {
            HydraHeads.add(folder.resolve("hydra"), source, source.language().orElseThrow(), NEVER, out, Progress.none());
        }
    }

    @Test
    void whatIsUnpackedIsWhatWasPacked() throws Exception {
        Path out = folder.resolve("out");
        add(pack, out);
        assertThat(HydraManifest.read(out)).isEqualTo(HydraManifest.read(three));
        try (LanguagePack opened = LanguagePack.open(pack)) {
            assertThat(opened.check()).contains(CHECK);
        }
        for (String name : List.of("tokenizer.json", "special_tokens_map.json")) {
            assertThat(out.resolve("heads/eo").resolve(name)).hasSameBinaryContentAs(three.resolve("heads/eo").resolve(name));
        }
        try (SafetensorsFile before = SafetensorsFile.open(HydraManifest.tables(three, ESPERANTO));
                SafetensorsFile after = SafetensorsFile.open(HydraManifest.tables(out, ESPERANTO))) {
            assertThat(after.names()).containsExactly("input", "head");
            for (String name : after.names()) {
                assertThat(Bytes.of(after, name)).isEqualTo(Bytes.of(before, name));
            }
        }
    }

    @Test
    void aHeadThatOnlyReadsStaysOne() throws Exception {
        LanguagePacks.write(SmallModels.onlyReads(three, ENGLISH), ENGLISH, Optional.empty(), folder.resolve("en.hydrapack"), Progress.none());
        Path none = folder.resolve("none");
        HydraHeads.remove(three, ENGLISH, none);
        try (HeadSource source = HeadSource.open(folder.resolve("en.hydrapack"), null)) {
            HydraHeads.add(none, source, ENGLISH, NEVER, folder.resolve("out"), Progress.none());
        }
        assertThat(HydraManifest.read(folder.resolve("out")).readOnly()).containsExactly(ENGLISH);
    }

    /** A body in half the bits is another one, but its copy in float32 is known again. */
    @Test
    void aBodyIsKnownByItsNumbersNotByHowTheyAreStored() throws Exception {
        Path half = folder.resolve("half");
        HydraExporter.convert(folder.resolve("hydra"), DType.BF16, half, Progress.none());
        Path again = folder.resolve("again");
        HydraExporter.convert(half, DType.F32, again, Progress.none());
        String whole = BodyFingerprint.of(folder.resolve("hydra/body"), Progress.none());
        String rounded = BodyFingerprint.of(half.resolve("body"), Progress.none());
        assertThat(rounded).isNotEqualTo(whole).isEqualTo(BodyFingerprint.of(again.resolve("body"), Progress.none()));
        assertThat(BodyFingerprint.of(three.resolve("body"), Progress.none())).isEqualTo(whole);
    }

    @Test
    void aPackThatIsCutShortIsRefused() throws Exception {
        byte[] all = Files.readAllBytes(pack);
        for (int length = 0; length < all.length; length += 1 + all.length / 40) {
            assertRefused(Arrays.copyOf(all, length));
        }
        assertRefused(Arrays.copyOf(all, all.length - 1));
        assertRefused(Arrays.copyOf(all, all.length + 1));
    }

    @Test
    void aPackWithAnotherByteInItsTablesOrTokenizerIsRefused() throws Exception {
        byte[] all = Files.readAllBytes(pack);
        int data;
        try (SafetensorsFile file = SafetensorsFile.open(pack)) {
            data = Math.toIntExact(file.names().stream().mapToLong(name -> {
                try {
                    return name.equals("pack.json") ? 0 : file.info(name).byteSize();
                } catch (InputException e) {
                    throw new IllegalStateException(e);
                }
            }).sum());
        }
        for (int k = 0; k < 20; k++) {
            byte[] changed = all.clone();
            changed[all.length - 1 - (int) ((long) k * (data - 1) / 19)] ^= 16;
            assertRefused(changed);
        }
    }

    private void assertRefused(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("bad.hydrapack"), bytes);
        Path out = folder.resolve("refused");
        assertThatThrownBy(() -> add(file, out))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("bad.hydrapack: ")
                .hasMessageNotContainingAny("java", "Exception", "null");
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "format         | \"zip\"    | of the format zip",
        "format_version | 2          | version 2",
        "language       | \"e n\"    | e n",
        "language       | null       | language",
        "body           | 3          | body",
        "sha256         | {}         | sha256",
    })
    void aPackOfAnotherKindIsRefused(String field, String value, String reason) throws Exception {
        Map<String, byte[]> parts = parts();
        JsonObject json = JsonParser.parseString(new String(parts.get("pack.json"), StandardCharsets.UTF_8)).getAsJsonObject();
        json.add(field, JsonParser.parseString(value));
        parts.put("pack.json", json.toString().getBytes(StandardCharsets.UTF_8));
        Path file = write(parts);
        assertThatThrownBy(() -> LanguagePack.open(file)).isInstanceOf(InputException.class).hasMessageContaining(reason);
    }

    /** Nothing gets out of the head's folder, whatever a pack calls its parts. */
    @ParameterizedTest
    @CsvSource({"../evil", "/tmp/evil", "..\\evil", "tables.safetensors", "tokenizer.py", "config.json", "sub/tokenizer.json"})
    void namesThatAreNoPartOfAPackAreRefused(String name) throws Exception {
        Map<String, byte[]> parts = parts();
        byte[] content = "evil".getBytes(StandardCharsets.UTF_8);
        JsonObject json = JsonParser.parseString(new String(parts.get("pack.json"), StandardCharsets.UTF_8)).getAsJsonObject();
        json.getAsJsonObject("sha256").addProperty(name, Hashes.of("evil"));
        parts.put("pack.json", json.toString().getBytes(StandardCharsets.UTF_8));
        parts.put(name, content);
        Path file = write(parts);
        assertThatThrownBy(() -> LanguagePack.open(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("no part of a language pack");
    }

    @Test
    void sizesThatTheFileCannotHaveAreRefused() throws Exception {
        String text = new String(Files.readAllBytes(pack), StandardCharsets.ISO_8859_1);
        String huge = text.replaceFirst("\"shape\":\\[512,64]", "\"shape\":[9876543210987,64]");
        assertThat(huge).isNotEqualTo(text);
        assertRefused(huge.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Map<String, byte[]> parts() throws Exception {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (SafetensorsFile file = SafetensorsFile.open(pack)) {
            for (String name : file.names()) {
                parts.put(name, Bytes.of(file, name));
            }
        }
        return parts;
    }

    private Path write(Map<String, byte[]> parts) throws Exception {
        Path file = folder.resolve("made.hydrapack");
        List<TensorInfo> declared = new ArrayList<>();
        parts.forEach((name, bytes) -> declared.add(name.equals("input") || name.equals("head")
                ? new TensorInfo(name, DType.F32, new long[] {512, 64})
                : new TensorInfo(name, DType.U8, new long[] {bytes.length})));
        try (SafetensorsWriter writer = SafetensorsWriter.file(file, declared)) {
            for (Map.Entry<String, byte[]> each : parts.entrySet()) {
                writer.write(each.getKey(), MemorySegment.ofArray(each.getValue()));
            }
            writer.finish();
        }
        return file;
    }
}
