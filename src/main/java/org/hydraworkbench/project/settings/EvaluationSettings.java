package org.hydraworkbench.project.settings;

import com.google.gson.JsonObject;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.project.corpora.CorpusRole;

/**
 * How to measure the translations of the Hydra in use.
 *
 * @param role the corpora whose pairs are translated
 * @param pairs at most so many pairs
 * @param seed which of them, where there are more; the same seed draws the same
 * @param beams of the search
 * @param maxTokens of a translation
 */
public record EvaluationSettings(CorpusRole role, int pairs, long seed, int beams, int maxTokens) {

    public static final Codec<EvaluationSettings> CODEC = new Codec<>() {
        @Override
        protected JsonObject fields(EvaluationSettings settings) {
            JsonObject json = new JsonObject();
            json.addProperty("role", settings.role().code());
            json.addProperty("pairs", settings.pairs());
            json.addProperty("seed", settings.seed());
            json.addProperty("beams", settings.beams());
            json.addProperty("max-tokens", settings.maxTokens());
            return json;
        }

        @Override
        protected EvaluationSettings from(JsonFields in) throws InputException {
            EvaluationSettings usual = defaults();
            CorpusRole role = in.choice("role", CorpusRole.CODES, usual.role());
            if (role == CorpusRole.SYNTHETIC) {
                throw new InputException("role: synthetic pairs were made by translating, so nothing is measured by them.");
            }
            return new EvaluationSettings(
                    role,
                    in.integer("pairs", usual.pairs(), 1, Integer.MAX_VALUE),
                    in.longInteger("seed", usual.seed()),
                    in.integer("beams", usual.beams(), 1, 64),
                    in.integer("max-tokens", usual.maxTokens(), 1, 100_000));
        }

        @Override
        protected JsonObject upgraded(JsonObject old) {
            rename(old, "purpose", "role");
            rename(old, "maxTokens", "max-tokens");
            if (old.has("role")) {
                String purpose = old.get("role").getAsString();
                old.addProperty("role", switch (purpose) {
                    case "TRAINING" -> "train";
                    case "DEVELOPMENT" -> "dev";
                    default -> purpose;
                });
            }
            return old;
        }
    };

    /** Three hundred test pairs, which takes minutes; the Hydra greedily. */
    public static EvaluationSettings defaults() {
        return new EvaluationSettings(CorpusRole.TEST, 300, 1, 1, 64);
    }

    public EvaluationSettings withRole(CorpusRole value) {
        return new EvaluationSettings(value, pairs, seed, beams, maxTokens);
    }

    public EvaluationSettings withPairs(int value) {
        return new EvaluationSettings(role, value, seed, beams, maxTokens);
    }

    public EvaluationSettings withBeams(int value) {
        return new EvaluationSettings(role, pairs, seed, value, maxTokens);
    }

    public EvaluationSettings withMaxTokens(int value) {
        return new EvaluationSettings(role, pairs, seed, beams, value);
    }
}
