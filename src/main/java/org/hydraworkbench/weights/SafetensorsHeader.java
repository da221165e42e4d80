package org.hydraworkbench.weights;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.jspecify.annotations.Nullable;

/**
 * The header of a safetensors file, read strictly: every byte of the data belongs to exactly one tensor, types and shapes
 * give the sizes the offsets say, no name comes twice. The format's own description is the README of the safetensors project.
 *
 * @param metadata the free texts under {@code __metadata__}
 * @param tensors every tensor by name, in the order of the header
 */
record SafetensorsHeader(Map<String, String> metadata, Map<String, Entry> tensors) {

    /** The longest header the format allows, in bytes. */
    static final long MAX_BYTES = 100_000_000;

    /** A tensor and the half-open range of its bytes, counted from the end of the header. */
    record Entry(TensorInfo info, long begin, long end) {}

    /**
     * Reads a header.
     *
     * @param file for messages
     * @param json the header's bytes, without the eight bytes of length before them
     * @param dataBytes how many bytes follow the header
     */
    static SafetensorsHeader parse(Path file, byte[] json, long dataBytes) throws InputException {
        if (json.length == 0 || json[0] != '{') {
            throw InputException.in(file, "is no safetensors file: its header does not begin with {");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
        } catch (CharacterCodingException e) {
            throw new InputException(file + ": is no safetensors file: its header is not UTF-8", e);
        }
        Parser parser = new Parser(file);
        try (JsonReader reader = Json.reader(new StringReader(text))) {
            parser.header(reader);
        } catch (MalformedJsonException | IllegalStateException | NumberFormatException e) {
            throw InputException.in(file, "has a damaged safetensors header", e);
        } catch (IOException e) {
            throw new InputException(file + ": has a damaged safetensors header (it ends too early)", e);
        }
        SafetensorsHeader header = new SafetensorsHeader(parser.metadata, parser.tensors);
        header.checkCoverage(file, dataBytes);
        return header;
    }

    private void checkCoverage(Path file, long dataBytes) throws InputException {
        List<Entry> byOffset = new ArrayList<>(tensors.values());
        byOffset.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long end = 0;
        String before = "the header";
        for (Entry entry : byOffset) {
            String name = entry.info().name();
            if (entry.begin() < end) {
                throw InputException.in(file, "tensor " + name + " overlaps " + before);
            }
            if (entry.begin() > end) {
                throw InputException.in(
                        file, "there are " + (entry.begin() - end) + " unused bytes between " + before + " and tensor " + name);
            }
            end = entry.end();
            before = "tensor " + name;
        }
        if (end > dataBytes) {
            throw InputException.in(
                    file, before + " ends " + (end - dataBytes) + " bytes after the end of the file; the file is cut short");
        }
        if (end < dataBytes) {
            throw InputException.in(file, "there are " + (dataBytes - end) + " unused bytes after " + before);
        }
    }

    private static final class Parser {
        private final Path file;
        private final Map<String, String> metadata = new LinkedHashMap<>();
        private final Map<String, Entry> tensors = new LinkedHashMap<>();

        Parser(Path file) {
            this.file = file;
        }

        void header(JsonReader reader) throws IOException, InputException {
            Set<String> keys = new HashSet<>();
            reader.beginObject();
            while (reader.hasNext()) {
                String name = reader.nextName();
                if (!keys.add(name)) {
                    throw InputException.in(file, "tensor " + name + " comes twice in the header");
                }
                if (name.equals("__metadata__")) {
                    metadata(reader);
                } else {
                    tensors.put(name, entry(reader, name));
                }
            }
            reader.endObject();
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw InputException.in(file, "has text after its safetensors header");
            }
        }

        private void metadata(JsonReader reader) throws IOException, InputException {
            reader.beginObject();
            while (reader.hasNext()) {
                String key = reader.nextName();
                if (reader.peek() != JsonToken.STRING) {
                    throw InputException.in(file, "the metadata entry " + key + " is not a text");
                }
                metadata.put(key, reader.nextString());
            }
            reader.endObject();
        }

        private Entry entry(JsonReader reader, String name) throws IOException, InputException {
            @Nullable DType dtype = null;
            @Nullable List<Long> shape = null;
            @Nullable List<Long> offsets = null;
            Set<String> fields = new HashSet<>();
            reader.beginObject();
            while (reader.hasNext()) {
                String field = reader.nextName();
                if (!fields.add(field)) {
                    throw InputException.in(file, "tensor " + name + " has two fields " + field);
                }
                switch (field) {
                    case "dtype" -> dtype = dtype(reader.nextString(), name);
                    case "shape" -> shape = integers(reader, name, field);
                    case "data_offsets" -> offsets = integers(reader, name, field);
                    default -> throw InputException.in(file, "tensor " + name + " has an unknown field " + field);
                }
            }
            reader.endObject();
            if (dtype == null || shape == null || offsets == null || offsets.size() != 2) {
                throw InputException.in(file, "tensor " + name + " needs dtype, shape and two data_offsets");
            }
            long begin = offsets.getFirst();
            long end = offsets.getLast();
            TensorInfo info;
            try {
                info = new TensorInfo(name, dtype, shape.stream().mapToLong(Long::longValue).toArray());
            } catch (IllegalArgumentException e) {
                throw InputException.in(file, "tensor " + name + " cannot be as the header says", e);
            }
            if (end < begin || end - begin != info.byteSize()) {
                throw InputException.in(
                        file,
                        "tensor " + name + " of type " + dtype + " and shape " + shape + " needs " + info.byteSize()
                                + " bytes, its offsets " + begin + " to " + end + " say otherwise");
            }
            return new Entry(info, begin, end);
        }

        private DType dtype(String text, String name) throws InputException {
            return DType.ofSafetensorsName(text)
                    .orElseThrow(() -> InputException.in(file, "tensor " + name + " has an unknown type " + text));
        }

        private List<Long> integers(JsonReader reader, String name, String field) throws IOException, InputException {
            List<Long> values = new ArrayList<>();
            reader.beginArray();
            while (reader.hasNext()) {
                String text = reader.peek() == JsonToken.NUMBER ? reader.nextString() : "";
                if (!text.matches("[0-9]{1,18}")) {
                    throw InputException.in(file, "tensor " + name + ": " + field + " holds something that is no whole number");
                }
                values.add(Long.parseLong(text));
            }
            reader.endArray();
            return values;
        }
    }
}
