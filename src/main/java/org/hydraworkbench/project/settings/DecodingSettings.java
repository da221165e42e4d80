package org.hydraworkbench.project.settings;

import com.google.gson.JsonObject;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;

/**
 * How to learn what translations are chosen by.
 *
 * @param pairs at most so many of the pairs for development, of which some are kept to measure what was gained
 * @param seed which of them, where there are more, and where the random steps of learning begin
 * @param beam partial translations that the search by phrases keeps while learning
 */
public record DecodingSettings(int pairs, long seed, int beam) {

    public static final Codec<DecodingSettings> CODEC = new Codec<>() {
        @Override
        protected JsonObject fields(DecodingSettings settings) {
            JsonObject json = new JsonObject();
            json.addProperty("pairs", settings.pairs());
            json.addProperty("seed", settings.seed());
            json.addProperty("beam", settings.beam());
            return json;
        }

        @Override
        protected DecodingSettings from(JsonFields in) throws InputException {
            DecodingSettings usual = defaults();
            return new DecodingSettings(
                    in.integer("pairs", usual.pairs(), 1, 100_000),
                    in.longInteger("seed", usual.seed()),
                    in.integer("beam", usual.beam(), 1, 1000));
        }
    };

    /** Four hundred pairs, which takes minutes. */
    public static DecodingSettings defaults() {
        return new DecodingSettings(400, 1, 15);
    }

    public DecodingSettings withPairs(int value) {
        return new DecodingSettings(value, seed, beam);
    }
}
