package org.hydraworkbench.project.work;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.Use;
import org.jspecify.annotations.Nullable;

/**
 * What a job was asked to do, as it is stored with the job, so that one that ended early can be gone on with as it was meant.
 *
 * @param operation the id of the operation
 * @param settings as they are stored
 * @param use whether the result is used
 * @param inputs what it works on
 */
record Order(String operation, JsonObject settings, Use use, List<ArtefactInput> inputs) {

    private static final int VERSION = 2;
    private static final Choice<Use> USES = Choice.of(Use.values(), use -> switch (use) {
        case IF_NONE -> "if-none";
        case ALWAYS -> "always";
    });

    Order {
        inputs = List.copyOf(inputs);
    }

    JsonObject json() {
        JsonArray all = new JsonArray();
        for (ArtefactInput input : inputs) {
            JsonObject one = new JsonObject();
            one.addProperty("type", ArtefactInput.Type.CODES.code(input.type()));
            one.addProperty("use", input.use());
            one.addProperty("artefact", input.artefactId());
            one.addProperty("name", input.name());
            one.addProperty("hash", input.hash());
            all.add(one);
        }
        JsonObject json = new JsonObject();
        json.addProperty("version", VERSION);
        json.addProperty("operation", operation);
        json.add("settings", settings);
        json.addProperty("use", USES.code(use));
        json.add("inputs", all);
        return json;
    }

    /** What is otherwise in an order of the same operation, some words each; whether the result is used does not count. */
    List<String> differences(Order other) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, JsonElement> setting : settings.entrySet()) {
            JsonElement now = other.settings().get(setting.getKey());
            if (!setting.getValue().equals(now)) {
                found.add("%s %s, not %s".formatted(setting.getKey(), shown(setting.getValue()), shown(now)));
            }
        }
        for (ArtefactInput input : inputs) {
            if (!other.inputs().contains(input)) {
                found.add(switch (input.type()) {
                    case ARTEFACT, START, FILE -> "from another “%s”".formatted(input.name());
                    case CORPORA -> "from other text";
                    case EDITS -> "with other edits";
                    case LANGUAGES -> "with other languages";
                    case CUTTING -> "with other rules for cutting sentences";
                });
            }
        }
        return found.isEmpty() && inputs.size() < other.inputs().size() ? List.of("from fewer things") : found;
    }

    private static String shown(@Nullable JsonElement value) {
        return value == null || value.isJsonNull() ? "none" : value.getAsString();
    }

    /** The order of a job, also of one of a version 1 project, where only training could be gone on with. */
    static Order of(JobRecord job) throws InputException {
        JsonObject json;
        try {
            json = Json.parseObject(job.optionsJson());
        } catch (InputException e) {
            throw new InputException("The job “" + job.title() + "” does not say what it was to do.", e);
        }
        return json.has("version") ? read(json) : unversioned(job, json);
    }

    private static Order read(JsonObject json) throws InputException {
        JsonFields in = JsonFields.of(json);
        in.version(VERSION);
        List<ArtefactInput> inputs = new ArrayList<>();
        for (JsonElement element : json.getAsJsonArray("inputs")) {
            JsonFields input = JsonFields.of(element.getAsJsonObject());
            inputs.add(new ArtefactInput(
                    input.choice("type", ArtefactInput.Type.CODES, ArtefactInput.Type.ARTEFACT),
                    input.requiredText("use"),
                    input.has("artefact") ? Long.valueOf(input.longInteger("artefact", 0)) : null,
                    input.requiredText("name"),
                    input.requiredText("hash")));
        }
        return new Order(
                in.requiredText("operation"), json.getAsJsonObject("settings"), in.choice("use", USES, Use.IF_NONE), inputs);
    }

    private static Order unversioned(JobRecord job, JsonObject json) throws InputException {
        JsonFields in = JsonFields.of(json);
        String use = job.kind().equals(TrainOperation.PAIRS) ? TrainOperation.HYDRA : TrainOperation.TABLES;
        return new Order(
                job.kind(),
                json.getAsJsonObject("settings"),
                Use.ALWAYS,
                List.of(
                        new ArtefactInput(ArtefactInput.Type.ARTEFACT, use, in.longInteger("model", 0), use, ""),
                        ArtefactInput.state(ArtefactInput.Type.CORPORA, "train", in.requiredText("corpora"))));
    }
}
