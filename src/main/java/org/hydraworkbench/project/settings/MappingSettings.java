package org.hydraworkbench.project.settings;

import com.google.gson.JsonObject;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.mapping.EvidenceWeights;

/**
 * How to make a mapping from links.
 *
 * @param method from the project's links and edits, or as the published library does
 * @param minCount cells of less evidence are left out; 0 keeps all
 * @param weights what links count
 */
public record MappingSettings(Method method, int minCount, EvidenceWeights weights) {

    /** Ways to make a mapping. */
    public enum Method {
        /** From the links of the current alignment and the edits; follows every edit at once. */
        IMPROVED,
        /** As Remy et al. 2024 did, with an alignment of its own; takes no notice of edits. */
        REFERENCE
    }

    private static final Choice<Method> METHODS = Choice.of(Method.values(), method -> switch (method) {
        case IMPROVED -> "improved";
        case REFERENCE -> "reference";
    });

    public static final Codec<MappingSettings> CODEC = new Codec<>() {
        @Override
        protected JsonObject fields(MappingSettings settings) {
            JsonObject json = new JsonObject();
            json.addProperty("method", METHODS.code(settings.method()));
            json.addProperty("min-count", settings.minCount());
            json.addProperty("confirmed", settings.weights().confirmed());
            json.addProperty("possible", settings.weights().possible());
            json.addProperty("rejected", settings.weights().rejected());
            return json;
        }

        @Override
        protected MappingSettings from(JsonFields in) throws InputException {
            Method method = in.choice("method", METHODS, Method.IMPROVED);
            MappingSettings usual = method == Method.REFERENCE ? reference() : defaults();
            EvidenceWeights weights = usual.weights();
            return new MappingSettings(
                    method,
                    in.integer("min-count", usual.minCount(), 0, Integer.MAX_VALUE),
                    new EvidenceWeights(
                            in.number("confirmed", weights.confirmed(), 0, EvidenceWeights.MOST),
                            in.number("possible", weights.possible(), 0, EvidenceWeights.MOST),
                            in.number("rejected", weights.rejected(), 0, EvidenceWeights.MOST)));
        }

        @Override
        protected JsonObject upgraded(JsonObject old) {
            lift(old, "weights");
            rename(old, "minCount", "min-count");
            return old;
        }
    };

    /** From links and edits, all evidence. */
    public static MappingSettings defaults() {
        return new MappingSettings(Method.IMPROVED, 0, EvidenceWeights.defaults());
    }

    /** As in the published library: counts below 10 dropped. */
    public static MappingSettings reference() {
        return new MappingSettings(Method.REFERENCE, 10, EvidenceWeights.defaults());
    }

    /** Whether it is made from the project's links, and so follows edits. */
    public boolean followsEdits() {
        return method == Method.IMPROVED;
    }

    public MappingSettings withMinCount(int value) {
        return new MappingSettings(method, value, weights);
    }

    public MappingSettings withWeights(EvidenceWeights value) {
        return new MappingSettings(method, minCount, value);
    }
}
