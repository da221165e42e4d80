package org.hydraworkbench.train;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.model.runtime.DeviceChoice;
import org.hydraworkbench.model.runtime.Precision;
import org.hydraworkbench.model.runtime.RuntimeOptions;

/**
 * A {@link TrainRequest} as JSON, on one line. What is left out has its default, all but {@code start}, {@code data} and
 * {@code out}; the defaults are those of {@link TrainOptions#defaults} and {@link RuntimeOptions#defaults}, with the usual
 * warm-up for the number of steps. Options are called as on the command line.
 */
public final class TrainRequestJson {

    private static final int VERSION = 8;

    private static final String EVAL_TEXT = "eval-text";
    private static final String EVAL_BITEXT = "eval-bitext";
    private static final int USUAL_EVERY = 100;

    private enum Kind {
        MODEL,
        FRESH,
        HYDRA;

        static final Choice<Kind> CODES = Choice.of(values(), kind -> switch (kind) {
            case MODEL -> "model";
            case FRESH -> "fresh";
            case HYDRA -> "hydra";
        });
    }

    private TrainRequestJson() {}

    public static String write(TrainRequest request) {
        JsonObject json = new JsonObject();
        json.addProperty("version", VERSION);
        json.add("start", start(request.start()));
        JsonArray data = new JsonArray();
        request.data().forEach(file -> data.add(file.toString()));
        json.add("data", data);
        if (request.synthetic() != null) {
            json.addProperty("synthetic", request.synthetic().toString());
        }
        json.add("options", options(request.options()));
        json.addProperty("out", request.out().toString());
        json.addProperty("resume", request.resume());
        JsonObject runtime = new JsonObject();
        runtime.addProperty("device", DeviceChoice.CODES.code(request.runtime().device()));
        runtime.addProperty("threads", request.runtime().threads());
        runtime.addProperty("precision", Precision.CODES.code(request.runtime().precision()));
        json.add("runtime", runtime);
        Samples samples = request.samples();
        if (samples != null) {
            JsonObject written = new JsonObject();
            written.addProperty("file", samples.file().toString());
            written.addProperty(TrainNumber.SAMPLE_EVERY.code(), samples.every());
            json.add("samples", written);
        }
        return json.toString();
    }

    private static JsonObject start(TrainStart start) {
        JsonObject json = new JsonObject();
        switch (start) {
            case TrainStart.Model model -> {
                json.addProperty("kind", Kind.CODES.code(Kind.MODEL));
                json.addProperty("folder", model.folder().toString());
            }
            case TrainStart.Fresh fresh -> {
                json.addProperty("kind", Kind.CODES.code(Kind.FRESH));
                json.addProperty("config", fresh.config().toString());
                json.addProperty("tokenizer", fresh.tokenizer().toString());
            }
            case TrainStart.Hydra hydra -> {
                json.addProperty("kind", Kind.CODES.code(Kind.HYDRA));
                json.addProperty("folder", hydra.folder().toString());
                if (hydra.template() != null) {
                    json.addProperty("template", hydra.template());
                }
                if (hydra.from() != null) {
                    json.addProperty("from", hydra.from());
                }
                json.addProperty("directions", Directions.CODES.code(hydra.directions()));
            }
        }
        return json;
    }

    private static JsonObject options(TrainOptions options) {
        JsonObject json = new JsonObject();
        TrainOptionsJson.write(options, json);
        HeldOut heldOut = options.heldOut();
        if (heldOut != null) {
            json.addProperty(heldOut.pairs() ? EVAL_BITEXT : EVAL_TEXT, heldOut.file().toString());
            json.addProperty(TrainNumber.EVAL_EVERY.code(), heldOut.every());
            json.addProperty(TrainNumber.PATIENCE.code(), heldOut.patience());
        }
        return json;
    }

    /**
     * Reads what {@link #write} wrote, or somebody else.
     *
     * @throws InputException when it is no JSON object, of a newer version, or has a field that is unknown or cannot be used
     */
    public static TrainRequest read(String text) throws InputException {
        JsonFields json = JsonFields.parse(text);
        // Before version 2 a Hydra learnt one direction.
        Directions usual = json.version(VERSION) < 2 ? Directions.THERE : Directions.BOTH;
        TrainStart start = start(json.object("start"), usual);
        List<Path> data = new ArrayList<>();
        for (String file : json.texts("data")) {
            data.add(path("data", file));
        }
        Optional<String> synthetic = json.text("synthetic");
        Path made = synthetic.isPresent() ? path("synthetic", synthetic.get()) : null;
        TrainOptions options = options(json.object("options"));
        Path out = path("out", json.requiredText("out"));
        boolean resume = json.flag("resume", false);
        RuntimeOptions runtime = runtime(json.object("runtime"));
        Samples samples = json.has("samples") ? samples(json.object("samples")) : null;
        json.end();
        try {
            return new TrainRequest(start, data, made, options, out, resume, runtime, samples);
        } catch (IllegalArgumentException e) {
            throw new InputException(Reasons.of(e), e);
        }
    }

    private static TrainStart start(JsonFields json, Directions usual) throws InputException {
        TrainStart start = switch (json.requiredChoice("kind", Kind.CODES)) {
            case MODEL -> new TrainStart.Model(path("start.folder", json.requiredText("folder")));
            case FRESH -> new TrainStart.Fresh(
                    path("start.config", json.requiredText("config")), path("start.tokenizer", json.requiredText("tokenizer")));
            case HYDRA -> new TrainStart.Hydra(
                    path("start.folder", json.requiredText("folder")),
                    json.text("template").orElse(null),
                    json.text("from").orElse(null),
                    json.choice("directions", Directions.CODES, usual));
        };
        json.end();
        return start;
    }

    private static TrainOptions options(JsonFields json) throws InputException {
        TrainOptions options = TrainOptionsJson.read(json, TrainOptions.defaults());
        Optional<String> evalText = json.text(EVAL_TEXT);
        Optional<String> evalBitext = json.text(EVAL_BITEXT);
        int every = TrainOptionsJson.whole(json, TrainNumber.EVAL_EVERY, USUAL_EVERY);
        int patience = TrainOptionsJson.whole(json, TrainNumber.PATIENCE, 0);
        json.end();
        if (evalText.isPresent() && evalBitext.isPresent()) {
            throw new InputException("options: there can be only one of " + EVAL_TEXT + " and " + EVAL_BITEXT + ".");
        }
        if (patience > 0 && evalText.isEmpty() && evalBitext.isEmpty()) {
            throw new InputException("options.patience: there is nothing to measure by; give " + EVAL_TEXT + " or " + EVAL_BITEXT + ".");
        }
        Path evaluated = evalText.isPresent() ? path("options." + EVAL_TEXT, evalText.get())
                : evalBitext.isPresent() ? path("options." + EVAL_BITEXT, evalBitext.get()) : null;
        return evaluated == null ? options : options.withHeldOut(new HeldOut(evaluated, evalBitext.isPresent(), every, patience));
    }

    private static RuntimeOptions runtime(JsonFields json) throws InputException {
        RuntimeOptions usual = RuntimeOptions.defaults();
        DeviceChoice device = json.choice("device", DeviceChoice.CODES, usual.device());
        int threads = json.integer("threads", usual.threads(), 0, Integer.MAX_VALUE);
        Precision precision = json.choice("precision", Precision.CODES, usual.precision());
        json.end();
        return new RuntimeOptions(device, threads, precision);
    }

    private static Samples samples(JsonFields json) throws InputException {
        Path file = path("samples.file", json.requiredText("file"));
        int every = TrainOptionsJson.whole(json, TrainNumber.SAMPLE_EVERY, USUAL_EVERY);
        json.end();
        return new Samples(file, every);
    }

    private static Path path(String name, String text) throws InputException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new InputException(name + ": " + text + " cannot be the name of a file (" + e.getReason() + ").", e);
        }
    }
}
