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
                            in.choice("dtype", TYPES, options.tableType())));
        }

        @Override
        protected JsonObject upgraded(JsonObject old) {
            lift(old, "options");
            rename(old, "matchNorms", "match-norms");
            rename(old, "tableType", "dtype");
            return old;
        }
    };

    /** Trans-tokenization with its defaults. */
    public static TransferSettings defaults() {
        return new TransferSettings(TransferMethod.TRANS_TOKENIZATION, TransferOptions.defaults());
    }

    public TransferSettings withMethod(TransferMethod value) {
        return new TransferSettings(value, options);
    }

    public TransferSettings withOptions(TransferOptions value) {
        return new TransferSettings(method, value);
    }
}
