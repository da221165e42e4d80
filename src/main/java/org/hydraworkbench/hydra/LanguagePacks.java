package org.hydraworkbench.hydra;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.TokenizerFolder;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.SafetensorsFile;
import org.hydraworkbench.weights.SafetensorsWriter;
import org.hydraworkbench.weights.TensorInfo;

/** Makes {@linkplain LanguagePack language packs}. */
public final class LanguagePacks {

    private LanguagePacks() {}

    /**
     * Packs a head of a Hydra.
     *
     * @param check what the head is worth on this body, where that was measured
     * @param out a file, replaced when it is there
     * @throws UsageException when the Hydra has no such head
     */
    public static void write(Path hydra, LanguageTag language, Optional<LanguagePack.Check> check, Path out, Progress progress)
            throws HydraException {
        HydraManifest manifest = HydraManifest.read(hydra);
        manifest.requireHead(hydra, language);
        progress.message("Reading the body, to know it again");
        String body = BodyFingerprint.of(HydraManifest.body(hydra), progress);
        progress.message("Packing the head of " + language);
        List<Path> files = new ArrayList<>();
        JsonObject hashes = new JsonObject();
        for (Path each : Folders.list(HydraManifest.head(hydra, language))) {
            if (TokenizerFolder.isFile(nameOf(each))) {
                files.add(each);
                hashes.addProperty(nameOf(each), Hashes.of(each));
            }
        }
        try (SafetensorsFile tables = SafetensorsFile.open(HydraManifest.tables(hydra, language))) {
            for (String name : tables.names()) {
                hashes.addProperty(name, LanguagePack.hash(tables, name));
            }
            JsonObject json = new JsonObject();
            json.addProperty("format", LanguagePack.FORMAT);
            json.addProperty("format_version", LanguagePack.FORMAT_VERSION);
            json.addProperty("language", language.toString());
            json.addProperty("body", body);
            json.addProperty("read_only", !manifest.writes(language));
            json.add("directions", ManifestJson.of(manifest.directionsOf(language)));
            json.add("templates", ManifestJson.ofTemplates(manifest.templates()));
            check.ifPresent(measured -> json.add("check", json(measured)));
            json.add("sha256", hashes);
            write(json.toString().getBytes(StandardCharsets.UTF_8), files, tables, out);
        }
    }

    private static JsonObject json(LanguagePack.Check check) {
        JsonObject json = new JsonObject();
        json.addProperty("bits_per_byte", check.bitsPerByte());
        JsonArray lines = new JsonArray();
        check.lines().forEach(lines::add);
        json.add("lines", lines);
        return json;
    }

    private static void write(byte[] description, List<Path> files, SafetensorsFile tables, Path out) throws HydraException {
        List<TensorInfo> declared = new ArrayList<>(List.of(bytes(LanguagePack.DESCRIPTION, description.length)));
        try {
            for (Path each : files) {
                declared.add(bytes(nameOf(each), Files.size(each)));
            }
            for (String name : tables.names()) {
                declared.add(tables.info(name));
            }
            Folders.create(out.toAbsolutePath().resolveSibling(""));
            try (SafetensorsWriter writer = SafetensorsWriter.file(out, declared)) {
                writer.write(LanguagePack.DESCRIPTION, MemorySegment.ofArray(description));
                for (Path each : files) {
                    writer.write(nameOf(each), MemorySegment.ofArray(Files.readAllBytes(each)));
                }
                for (String name : tables.names()) {
                    writer.copy(name, tables, name);
                }
                writer.finish();
            }
        } catch (IOException e) {
            throw InputException.in(tables.location(), "cannot be packed with what lies beside it", e);
        }
    }

    private static TensorInfo bytes(String name, long size) {
        return new TensorInfo(name, DType.U8, new long[] {size});
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
