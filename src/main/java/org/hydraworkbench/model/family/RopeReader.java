package org.hydraworkbench.model.family;

import java.util.List;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the position embeddings of {@code config.json}: {@code rope_parameters} of transformers 5, else {@code rope_scaling} and
 * {@code rope_theta} of 4.
 */
final class RopeReader {

    private final ConfigFields config;
    private final @Nullable ConfigFields parameters;
    private final @Nullable ConfigFields scaling;
    private final double usualTheta;
    private final int headDim;
    private final int context;

    /**
     * @param parameters {@code rope_parameters}; null where there are none
     * @param usualTheta where the configuration does not say
     * @param context the longest text that the configuration names, in tokens
     */
    RopeReader(ConfigFields config, @Nullable ConfigFields parameters, double usualTheta, int headDim, int context) throws InputException {
        this.config = config;
        this.parameters = parameters;
        this.scaling = parameters == null ? config.nested("rope_scaling") : parameters;
        this.usualTheta = usualTheta;
        this.headDim = headDim;
        this.context = context;
    }

    Rope read() throws InputException {
        requireWholeHeads(config);
        double theta = config.positive("rope_theta", usualTheta);
        if (parameters != null) {
            requireWholeHeads(parameters);
            theta = parameters.positive("rope_theta", theta);
        }
        ConfigFields given = scaling;
        return new Rope(theta, given == null ? null : scaling(given));
    }

    /** The longest text that is read as the model was made to, in tokens. */
    int longest() throws InputException {
        ConfigFields given = scaling;
        // Beyond that other factors would hold for the whole text, that is, for what was read already.
        return given != null && type(given).equals("longrope") ? Math.min(context, original(given)) : context;
    }

    private void requireWholeHeads(ConfigFields fields) throws InputException {
        if (fields.positive("partial_rotary_factor", 1.0) != 1) {
            throw config.wrong("partial_rotary_factor is not 1; models that turn only a part of a head are not supported");
        }
    }

    private static String type(ConfigFields given) throws InputException {
        return given.text("rope_type", given.text("type", "default"));
    }

    private Rope.@Nullable Scaling scaling(ConfigFields given) throws InputException {
        return switch (type(given)) {
            case "default", "dynamic" -> null; // dynamic ones change only for texts beyond the context
            case "linear" -> new Rope.Linear(given.positive("factor", null));
            case "llama3" -> new Rope.Llama3(
                    given.positive("factor", null),
                    given.positive("low_freq_factor", null),
                    given.positive("high_freq_factor", null),
                    given.count("original_max_position_embeddings", null));
            case "yarn" -> yarn(given);
            case "longrope" -> longRope(given);
            default -> throw config.wrong("rope type \"" + type(given)
                    + "\" is not supported; default, linear, dynamic, llama3, yarn and longrope are");
        };
    }

    private Rope.Scaling yarn(ConfigFields given) throws InputException {
        int original = original(given);
        double factor = given.positive("factor", (double) context / original);
        double size = given.has("mscale") && given.has("mscale_all_dim")
                ? Rope.Yarn.usualSize(factor, given.positive("mscale", null)) / Rope.Yarn.usualSize(factor, given.positive("mscale_all_dim", null))
                : Rope.Yarn.usualSize(factor, 1);
        return new Rope.Yarn(
                factor,
                original,
                given.positive("beta_fast", 32.0),
                given.positive("beta_slow", 1.0),
                given.flag("truncate", true),
                given.positive("attention_factor", size));
    }

    private Rope.Scaling longRope(ConfigFields given) throws InputException {
        int original = original(given);
        double factor = given.positive("factor", (double) context / original);
        double size = factor <= 1 ? 1 : Math.sqrt(1 + Math.log(factor) / Math.log(original));
        List<Double> factors = given.numbers("short_factor");
        if (factors.size() != headDim / 2) {
            throw config.wrong("short_factor has " + factors.size() + " numbers, but a head of " + headDim + " needs " + headDim / 2);
        }
        return new Rope.ByPair(factors, given.positive("attention_factor", size));
    }

    private int original(ConfigFields given) throws InputException {
        return given.count("original_max_position_embeddings", config.count("original_max_position_embeddings", context));
    }
}
