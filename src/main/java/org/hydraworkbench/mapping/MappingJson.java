package org.hydraworkbench.mapping;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.corpus.InputFile;
import org.hydraworkbench.text.Excerpt;
import org.hydraworkbench.tokenizer.Tokenizer;

/** Mappings and counts as JSON, in the forms that the published trans-tokenization library writes; streamed both ways. */
final class MappingJson {

    private MappingJson() {}

    static void write(TokenMapping mapping, Path file, Tokenizer source, Tokenizer target) throws HydraException {
        AtomicFiles.write(file, out -> {
            JsonWriter json = writer(out);
            json.beginArray();
            for (int t = 0; t < mapping.targetSize(); t++) {
                if (!target.piece(t).isEmpty()) {
                    json.beginArray().value(target.piece(t)).beginArray();
                    for (int k = mapping.starts()[t]; k < mapping.starts()[t + 1]; k++) {
                        json.beginArray();
                        json.value(source.piece(mapping.sources()[k])).value(mapping.weights()[k]);
                        json.endArray();
                    }
                    json.endArray().endArray();
                }
            }
            json.endArray();
            json.flush();
        });
    }

    static void writeCounts(CountTable counts, Path file, Tokenizer source, Tokenizer target) throws HydraException {
        AtomicFiles.write(file, out -> {
            JsonWriter json = writer(out);
            json.beginObject().name("counts").beginObject();
            for (int t : counts.targets()) {
                json.name(target.piece(t)).beginObject();
                for (int o : counts.sources(t)) {
                    json.name(source.piece(o));
                    double count = counts.get(t, o);
                    if (count == Math.rint(count) && Math.abs(count) < 1L << 53) {
                        json.value((long) count);
                    } else {
                        json.value(count);
                    }
                }
                json.endObject();
            }
            json.endObject().endObject();
            json.flush();
        });
    }

    private static JsonWriter writer(OutputStream out) {
        return new JsonWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    static TokenMapping read(Path file, Tokenizer source, Tokenizer target) throws HydraException {
        List<MappingRow> rows = new ArrayList<>(target.size());
        for (int t = 0; t < target.size(); t++) {
            rows.add(MappingRow.empty(t));
        }
        try (InputFile input = InputFile.open(file);
                JsonReader json = Json.reader(new InputStreamReader(input.content(), StandardCharsets.UTF_8))) {
            json.beginArray();
            while (json.hasNext()) {
                json.beginArray();
                int t = id(json.nextString(), target, "target", file);
                Int2DoubleMap row = new Int2DoubleOpenHashMap();
                json.beginArray();
                while (json.hasNext()) {
                    json.beginArray();
                    int o = id(json.nextString(), source, "source", file);
                    double weight = json.nextDouble();
                    json.endArray();
                    if (!(weight >= 0 && weight <= 1e12)) {
                        throw InputException.in(file, "the weight " + weight + " of '" + source.piece(o) + "' for '"
                                + target.piece(t) + "' is no probability");
                    }
                    if (weight > 0) {
                        row.merge(o, weight, Double::sum);
                    }
                }
                json.endArray();
                json.endArray();
                if (!row.isEmpty()) {
                    rows.set(t, MappingRow.ofCounts(t, row, Origin.EVIDENCE));
                }
            }
            json.endArray();
        } catch (MalformedJsonException | JsonParseException | IllegalStateException | NumberFormatException e) {
            throw InputException.in(
                    file, "is not a mapping, which is JSON of the form [[\"target token\", [[\"source token\", 0.5], …]], …]", e);
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read", e);
        }
        return TokenMapping.of(source.size(), rows);
    }

    private static int id(String piece, Tokenizer tokenizer, String side, Path file) throws InputException {
        OptionalInt id = tokenizer.id(piece);
        if (id.isEmpty()) {
            throw InputException.in(file, "the " + side + " tokenizer has no token '" + Excerpt.of(piece)
                    + "'; was the mapping made for other tokenizers?");
        }
        return id.getAsInt();
    }
}
