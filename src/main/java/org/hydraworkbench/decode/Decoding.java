package org.hydraworkbench.decode;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Locale;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.decode.phrase.PhraseWeights;

/**
 * What translations are chosen by, as {@code hydra tune-decoding} learns it and keeps it in a file.
 *
 * @param phrases the weights of the search by phrases
 */
public record Decoding(PhraseWeights phrases) {

    private static final int VERSION = 1;
    private static final String PHRASES = "phrases";

    /** What is used where nothing was learned. */
    public static Decoding usual() {
        return new Decoding(PhraseWeights.usual());
    }

    /** Writes it, readable by {@link #read}. */
    public void write(Path file) throws HydraException {
        JsonObject weights = new JsonObject();
        double[] values = phrases.values();
        for (PhraseWeights.Feature feature : PhraseWeights.Feature.values()) {
            weights.addProperty(name(feature), values[feature.ordinal()]);
        }
        JsonObject json = new JsonObject();
        json.addProperty("version", VERSION);
        json.add(PHRASES, weights);
        Json.write(file, json);
    }

    /**
     * Reads what {@link #write} wrote; a weight that is missing is the usual one.
     *
     * @throws InputException naming file and field, when something in it cannot be used
     */
    public static Decoding read(Path file) throws HydraException {
        JsonObject json = Json.readObject(file);
        try {
            JsonFields fields = JsonFields.of(json);
            fields.version(VERSION);
            JsonFields weights = fields.object(PHRASES);
            double[] values = PhraseWeights.usual().values();
            for (PhraseWeights.Feature feature : PhraseWeights.Feature.values()) {
                values[feature.ordinal()] = weights.number(name(feature), values[feature.ordinal()]);
            }
            weights.end();
            fields.end();
            return new Decoding(new PhraseWeights(values));
        } catch (InputException e) {
            throw new InputException(file + ": " + e.getMessage(), e);
        }
    }

    private static String name(PhraseWeights.Feature feature) {
        return feature.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
