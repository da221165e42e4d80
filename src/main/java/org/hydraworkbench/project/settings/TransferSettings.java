package org.hydraworkbench.project.settings;

import com.google.gson.JsonObject;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.transfer.TransferMethod;
import org.hydraworkbench.transfer.TransferOptions;
import org.hydraworkbench.weights.DType;

/** How to make the new tables: the method, and what it does beyond. */
public record TransferSettings(TransferMethod method, TransferOptions options) {

    private static final Choice<TransferMethod> METHODS = Choice.of(TransferMethod.values(), TransferMethod::id);
    private static final Choice<DType> TYPES = Choice.of(new DType[] {DType.F32, DType.BF16, DType.F16}, type -> switch (type) {
        case F32 -> "f32";
        case BF16 -> "bf16";
        case F16 -> "f16";
        default -> throw new IllegalArgumentException(type + " is no type of a table");
    });

    public static final Codec<TransferSettings> CODEC = new Codec<>() {
        @Override
        protected JsonObject fields(TransferSettings settings) {
            JsonObject json = new JsonObject();
            json.addProperty("method", METHODS.code(settings.method()));
            json.addProperty("seed", settings.options().seed());
            json.addProperty("match-norms", settings.options().matchNorms());
            json.addProperty("spelling-share", settings.options().spellingShare());
            json.addProperty("head-scale", settings.options().headScale());
            json.addProperty("dtype", TYPES.code(settings.options().tableType()));
            return json;
        }

        @Override
        protected TransferSettings from(JsonFields in) throws InputException {
            TransferSettings usual = defaults();
            TransferOptions options = usual.options();
            return new TransferSettings(
                    in.choice("method", METHODS, usual.method()),
                    new TransferOptions(
                            in.longInteger("seed", options.seed()),
                            in.flag("match-norms", options.matchNorms()),
                            in.number("spelling-share", options.spellingShare(), 0, 1),
                            in.positive("head-scale", options.headScale(), 1),
                            in.choice("dtype", TYPES, options.tableType())));
        }

        @Override
        protected int version() {
            return 3;
        }

        @Override
        protected JsonObject upgraded(JsonObject old) {
            lift(old, "options");
            old.addProperty("spelling-share", 0); // there was no other way
            old.addProperty("head-scale", 1);
            rename(old, "matchNorms", "match-norms");
            rename(old, "tableType", "dtype");
            return old;
        }
    };

    /** Trans-tokenization, with what has been measured to begin best with a mapping from links. */
    public static TransferSettings defaults() {
        return new TransferSettings(TransferMethod.TRANS_TOKENIZATION, TransferOptions.improved());
    }

    /** Trans-tokenization by the mapping alone, as published. */
    public static TransferSettings reference() {
        return new TransferSettings(TransferMethod.TRANS_TOKENIZATION, TransferOptions.defaults());
    }

    public TransferSettings withMethod(TransferMethod value) {
        return new TransferSettings(value, options);
    }

    public TransferSettings withOptions(TransferOptions value) {
        return new TransferSettings(method, value);
    }
}
