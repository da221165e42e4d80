package org.hydraworkbench.model.family;

import java.util.List;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the position embeddings of {@code config.json}: {@code rope_parameters} of transformers 5, else {@code rope_scaling} and
 * {@code rope_theta} of 4.
 */
final class RopeReader {

    private static final String SHARE = "partial_rotary_factor";

    private final ConfigFields config;
    private final @Nullable ConfigFields parameters;
    private final @Nullable ConfigFields scaling;
    private final double theta;
    private final double share;
    private final int width;
    private final int context;

    /**
     * Of whole heads.
     *
     * @param parameters {@code rope_parameters}; null where there are none
     * @param usualTheta where the configuration does not say
     * @param context the longest text that the configuration names, in tokens
     * @throws InputException when a part of each head is turned
     */
    RopeReader(ConfigFields config, @Nullable ConfigFields parameters, double usualTheta, int headDim, int context) throws InputException {
        this(config, parameters, 1, usualTheta, headDim, context);
        if (share != 1) {
            throw config.wrong(SHARE + " is " + share + "; models of this family that turn only a part of a head are not supported");
        }
    }

    private RopeReader(
            ConfigFields config, @Nullable ConfigFields parameters, double usualShare, double usualTheta, int headDim, int context)
            throws InputException {
        this.config = config;
        this.parameters = parameters;
        this.scaling = parameters == null ? config.nested("rope_scaling") : parameters;
        this.theta = given("rope_theta", usualTheta);
        this.share = given(SHARE, usualShare);
        this.width = (int) (headDim * share);
        this.context = context;
        if (share > 1 || width == 0 || width % 2 != 0) {
            throw config.wrong(SHARE + " is " + share + ", which of a head of " + headDim + " would turn " + width + " numbers; it must be an even number of them");
        }
    }

    /**
     * Of heads of which a part may be turned, the first numbers of each.
     *
     * @param usualShare that part where the configuration does not say
     * @param usualTheta where the configuration does not say
     * @param context the longest text that the configuration names, in tokens
     */
    static RopeReader ofParts(ConfigFields config, double usualShare, double usualTheta, int headDim, int context) throws InputException {
        return new RopeReader(config, config.nested("rope_parameters"), usualShare, usualTheta, headDim, context);
    }

    private double given(String key, double usual) throws InputException {
        double otherwise = config.positive(key, usual);
        return parameters == null ? otherwise : parameters.positive(key, otherwise);
    }

    Rope read() throws InputException {
        return new Rope(theta, share, scaling == null ? null : scaling(scaling));
    }

    /** The same in all layers. */
    Positions positions(int layers) throws InputException {
        return Positions.same(read(), layers);
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
        return new Rope.LongRope(
                factors(given, "short_factor"), factors(given, "long_factor"), original, given.positive("attention_factor", size));
    }

    private List<Double> factors(ConfigFields given, String key) throws InputException {
        List<Double> factors = given.numbers(key);
        if (factors.size() != width / 2) {
            throw config.wrong(key + " has " + factors.size() + " numbers, but " + width + " turned numbers of a head need " + width / 2);
        }
        return factors;
    }

    private int original(ConfigFields given) throws InputException {
        return given.count("original_max_position_embeddings", config.count("original_max_position_embeddings", context));
    }
}
