package org.hydraworkbench.project.settings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.links.Symmetrization;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.HmmOptions;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.tokenizer.Unit;

/**
 * How to align the corpora of a project.
 *
 * @param unit what sentences are cut into; tokens and units need both tokenizers
 * @param options model, symmetrisation and so on; the number of threads, which belongs to the machine, and the size of a part
 *     are not stored
 * @param fromLinks whether to start from the links of the alignment in use, which takes seconds where starting from nothing takes
 *     minutes
 */
public record AlignmentSettings(Unit unit, AlignOptions options, boolean fromLinks) {

    private static final Choice<Unit> UNITS = Choice.of(Unit.values(), unit -> switch (unit) {
        case GIVEN -> "given";
        case WORD -> "word";
        case TOKEN -> "token";
        case UNIT -> "unit";
    });
    private static final Choice<AlignmentMethod> MODELS =
            Choice.of(AlignmentMethod.values(), AlignmentMethod::optionName);
    private static final Choice<Symmetrization> SYMMETRIZATIONS =
            Choice.of(Symmetrization.values(), Symmetrization::optionName);

    public static final Codec<AlignmentSettings> CODEC = new Codec<>() {
        @Override
        protected JsonObject fields(AlignmentSettings settings) {
            AlignOptions options = settings.options();
            JsonObject json = new JsonObject();
            json.addProperty("unit", UNITS.code(settings.unit()));
            json.addProperty("model", MODELS.code(options.model()));
            json.addProperty("symmetrization", SYMMETRIZATIONS.code(options.symmetrization()));
            json.addProperty("threshold", options.threshold());
            json.addProperty("passes", options.passes());
            json.addProperty("seed", options.seed());
            json.addProperty("longest", options.longest());
            json.addProperty("chains", options.hmm().chains());
            json.addProperty("stems", options.hmm().stems());
            json.addProperty("cognates", options.hmm().cognates());
            json.addProperty("from-links", settings.fromLinks());
            return json;
        }

        @Override
        protected AlignmentSettings from(JsonFields in) throws InputException {
            AlignmentSettings usual = defaults();
            AlignOptions options = usual.options();
            HmmOptions hmm = options.hmm();
            AlignmentMethod model = in.choice("model", MODELS, options.model());
            return new AlignmentSettings(
                    in.choice("unit", UNITS, usual.unit()),
                    new AlignOptions(
                            model,
                            in.choice("symmetrization", SYMMETRIZATIONS, model.symmetrization()),
                            in.number("threshold", options.threshold(), 0, 1),
                            in.integer("passes", options.passes(), 0, AlignOptions.MOST_PASSES),
                            options.threads(),
                            in.longInteger("seed", options.seed()),
                            in.integer("longest", options.longest(), 1, Links.MOST_UNITS),
                            options.cellsAPart(),
                            new HmmOptions(
                                    in.integer("chains", hmm.chains(), 0, HmmOptions.MOST_CHAINS),
                                    in.flag("stems", hmm.stems()),
                                    in.flag("cognates", hmm.cognates()))),
                    in.flag("from-links", usual.fromLinks()));
        }

        @Override
        protected JsonObject upgraded(JsonObject old) {
            lift(old, "options");
            lift(old, "hmm");
            old.remove("threads");
            JsonElement model = old.get("model");
            if (model != null && model.getAsString().equals("AUTO")) { // a name for what suits, which was always this
                old.addProperty("model", AlignmentMethod.HMM_FERTILITY.optionName());
            }
            return old;
        }
    };

    /** Units of the two tokenizers, with the aligner's defaults. */
    public static AlignmentSettings defaults() {
        return new AlignmentSettings(Unit.UNIT, AlignOptions.defaults(), false);
    }

    public AlignmentSettings withUnit(Unit value) {
        return new AlignmentSettings(value, options, fromLinks);
    }

    public AlignmentSettings withOptions(AlignOptions value) {
        return new AlignmentSettings(unit, value, fromLinks);
    }

    public AlignmentSettings withFromLinks(boolean value) {
        return new AlignmentSettings(unit, options, value);
    }
}
