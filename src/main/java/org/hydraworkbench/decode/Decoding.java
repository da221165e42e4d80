package org.hydraworkbench.decode;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.decode.choice.HydraJudge;
import org.hydraworkbench.decode.choice.Judge;
import org.hydraworkbench.decode.choice.JudgedTranslator;
import org.hydraworkbench.decode.choice.Judges;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.decode.phrase.PhraseWeights;
import org.hydraworkbench.decode.phrase.Phrases;
import org.jspecify.annotations.Nullable;

/**
 * What translations are chosen by, as {@code hydra tune-decoding} learns it and keeps it in a file.
 *
 * @param phrases the weights of the search by phrases
 * @param judges who chooses among what it and others found
 */
public record Decoding(PhraseWeights phrases, Judges judges) {

    private static final int VERSION = 1;
    private static final String PHRASES = "phrases";
    private static final String ALONE = "judge";
    private static final String WITH_MODEL = "judge-with-model";
    private static final String USUAL = "/hydra/decoding/usual.json";

    /** What is used where nothing was learnt: learnt on English–Kabyle (Tatoeba, dev). No model has a say. */
    public static Decoding usual() {
        try (InputStream in = Decoding.class.getResourceAsStream(USUAL)) {
            if (in == null) {
                throw new IllegalStateException("the program was packed without " + USUAL);
            }
            return read(JsonFields.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException | InputException e) {
            throw new IllegalStateException("the program cannot read its own " + USUAL, e);
        }
    }

    /**
     * What translates so.
     *
     * @param model null for none
     */
    public JudgedTranslator translator(Knowledge knowledge, @Nullable HydraJudge model) {
        return new JudgedTranslator(knowledge, phrases, judges, Phrases.BEAM, model);
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
        json.add(ALONE, JudgeJson.of(judges.alone()));
        Judge withModel = judges.withModel();
        if (withModel != null) {
            json.add(WITH_MODEL, JudgeJson.of(withModel));
        }
        Json.write(file, json);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws InputException naming file and field, when something is missing or cannot be used
     */
    public static Decoding read(Path file) throws HydraException {
        JsonObject json = Json.readObject(file);
        try {
            return read(JsonFields.of(json));
        } catch (InputException e) {
            throw new InputException(file + ": " + e.getMessage(), e);
        }
    }

    private static Decoding read(JsonFields fields) throws InputException {
        fields.version(VERSION);
        JsonFields weights = fields.object(PHRASES);
        double[] values = new double[PhraseWeights.Feature.values().length];
        for (PhraseWeights.Feature feature : PhraseWeights.Feature.values()) {
            values[feature.ordinal()] = weights.requiredNumber(name(feature));
        }
        weights.end();
        Judge alone = JudgeJson.read(fields.object(ALONE));
        Judges judges = new Judges(alone, fields.has(WITH_MODEL) ? JudgeJson.read(fields.object(WITH_MODEL)) : null);
        fields.end();
        return new Decoding(new PhraseWeights(values), judges);
    }

    /** How an enum's constant is written in the file. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
