package org.hydraworkbench.hydra;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.TokenizerFolder;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.SafetensorsFile;
import org.hydraworkbench.weights.SafetensorsWriter;
import org.hydraworkbench.weights.TensorInfo;

/**
 * A head in one file, to be passed on without its body. The file is safetensors: the tables {@code input} and, unless tied, {@code head} as
 * they are, each file of the tokenizer as a row of bytes under its name, and {@code pack.json}, which says what it is, for which body, and
 * what the hashes of all else are. So it can hold no path and no code, and its sizes are checked against the file before anything is read.
 */
public final class LanguagePack implements HeadSource {

    /** How names of such files end. */
    public static final String ENDING = ".hydrapack";

    static final String FORMAT = "hydra-pack";
    static final int FORMAT_VERSION = 1;
    static final String DESCRIPTION = "pack.json";
    /** Of a file of a tokenizer; the largest known ones have a tenth of it. */
    private static final long MOST_BYTES = 1L << 28;
    private static final long CHUNK = 1L << 26;

    private final SafetensorsFile file;
    private final LanguageTag language;
    private final String body;
    private final boolean readOnly;
    private final List<LanguagePair> directions;
    private final List<PromptTemplate> templates;
    private final Optional<Check> check;
    private final JsonFields hashes;

    /**
     * What the head is worth on its own body, so that another body can be measured without that.
     *
     * @param lines a text in its language
     * @param bitsPerByte of that text on its own body
     */
    public record Check(List<String> lines, double bitsPerByte) {

        /** The longest text that is taken, in characters. */
        public static final int MOST_TEXT = 1 << 20;

        public Check {
            lines = List.copyOf(lines);
        }
    }

    private LanguagePack(SafetensorsFile file, JsonFields json) throws InputException, UsageException {
        this.file = file;
        String format = json.requiredText("format");
        int version = json.integer("format_version", 0, 0, Integer.MAX_VALUE);
        if (!format.equals(FORMAT) || version != FORMAT_VERSION) {
            throw new InputException("it is of the format " + format + ", version " + version + "; this program reads " + FORMAT + ", version "
                    + FORMAT_VERSION);
        }
        this.language = LanguageTag.parse(json.requiredText("language"));
        this.body = json.requiredText("body");
        this.readOnly = json.flag("read_only", false);
        this.directions = ManifestJson.directions(json);
        this.templates = ManifestJson.templates(json);
        JsonFields measured = json.object("check");
        this.check = json.has("check")
                ? Optional.of(new Check(measured.texts("lines"), measured.positive("bits_per_byte", 0, Double.MAX_VALUE)))
                : Optional.empty();
        this.hashes = json.object("sha256");
        for (String name : file.names()) {
            if (!name.equals(DESCRIPTION)) {
                requireKnown(name);
                hashes.requiredText(name);
            }
        }
        for (String name : List.of(TokenizerFolder.JSON, HydraManifest.INPUT)) {
            if (!file.has(name)) {
                throw new InputException("it has no " + name);
            }
        }
    }

    private void requireKnown(String name) throws InputException {
        boolean table = name.equals(HydraManifest.INPUT) || name.equals(HydraManifest.HEAD) && !readOnly;
        TensorInfo info = file.info(name);
        boolean small = info.dtype() == DType.U8 && info.byteSize() <= MOST_BYTES;
        if (!table && !(TokenizerFolder.isFile(name) && small)) {
            throw new InputException("it holds " + info + ", which is no part of a language pack");
        }
    }

    /**
     * Opens a pack.
     *
     * @throws InputException when it is damaged, or of another version or kind
     */
    public static LanguagePack open(Path path) throws HydraException {
        SafetensorsFile file = SafetensorsFile.open(path);
        boolean opened = false;
        try {
            if (!file.has(DESCRIPTION) || file.info(DESCRIPTION).byteSize() > MOST_BYTES) {
                throw new InputException("it has no " + DESCRIPTION);
            }
            LanguagePack pack = new LanguagePack(file, JsonFields.parse(file.read(DESCRIPTION, LanguagePack::text)));
            opened = true;
            return pack;
        } catch (InputException | UsageException e) {
            throw InputException.in(path, "is no language pack that can be used", e);
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    private static String text(MemorySegment bytes) {
        return new String(bytes.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    /** The hash of a tensor's bytes. */
    static String hash(SafetensorsFile file, String name) throws HydraException {
        return file.read(name, bytes -> {
            MessageDigest digest = Hashes.sha256();
            for (long at = 0; at < bytes.byteSize(); at += CHUNK) {
                digest.update(bytes.asSlice(at, Math.min(CHUNK, bytes.byteSize() - at)).asByteBuffer());
            }
            return Hashes.hex(digest.digest());
        });
    }

    /** What it is worth on its own body, where that was measured. */
    public Optional<Check> check() {
        return check;
    }

    @Override
    public Optional<LanguageTag> language() {
        return Optional.of(language);
    }

    @Override
    public Optional<Path> whole() {
        return Optional.empty();
    }

    @Override
    public String body(Progress progress) {
        return body;
    }

    @Override
    public boolean writes() {
        return !readOnly;
    }

    @Override
    public List<LanguagePair> directions() {
        return directions;
    }

    @Override
    public List<PromptTemplate> templates() {
        return templates;
    }

    @Override
    public void write(Path folder, Progress progress) throws HydraException {
        Folders.create(folder);
        List<TensorInfo> tables = new ArrayList<>();
        for (String name : file.names()) {
            progress.checkCancelled();
            if (!name.equals(DESCRIPTION) && !hash(file, name).equals(hashes.requiredText(name))) {
                throw InputException.in(file.location(), "is damaged: " + name + " is not what was packed");
            }
            if (TokenizerFolder.isFile(name)) {
                unpack(name, folder);
            } else if (!name.equals(DESCRIPTION)) {
                tables.add(file.info(name));
            }
        }
        try (SafetensorsWriter writer = SafetensorsWriter.file(folder.resolve(HydraManifest.TABLES), tables)) {
            for (TensorInfo table : tables) {
                writer.copy(table.name(), file, table.name());
            }
            writer.finish();
        }
    }

    private void unpack(String name, Path folder) throws HydraException {
        byte[] content = file.read(name, bytes -> bytes.toArray(ValueLayout.JAVA_BYTE));
        try {
            Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw ResourceException.in(folder.resolve(name), "cannot be written", e);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
