package org.hydraworkbench.project.measures;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.eval.Reliability;
import org.hydraworkbench.eval.TokenizerFairness;
import org.hydraworkbench.tokenizer.TokenizerStatistics;

/**
 * A battery as it is stored, a JSON object with a version; what was not measured has no field. What was stored without a version, of the Hydra
 * and of copying alone, is read too.
 */
public final class BatteryJson {

    private static final int VERSION = 1;

    /** Under which names systems were stored before there were versions. */
    private static final String HYDRA_ALONE = "translation";

    private static final String COPYING_ALONE = "copying the source";

    private BatteryJson() {}

    /** What is stored. */
    public static JsonObject write(Battery battery) {
        JsonObject json = new JsonObject();
        json.addProperty("version", VERSION);
        json.addProperty("sentences", battery.sentences());
        json.addProperty("near", battery.near());
        json.addProperty("left-out", battery.leftOut());
        JsonArray systems = new JsonArray();
        for (SystemScores scores : battery.systems()) {
            JsonObject system = new JsonObject();
            system.addProperty("system", scores.system().code());
            system.add("chrf", figure(scores.chrf()));
            add(system, "chrf++", scores.chrfPlusPlus());
            system.add("bleu", figure(scores.bleu()));
            systems.add(system);
        }
        json.add("systems", systems);
        if (battery.confidence() != null) {
            json.add("confidence", reliability(battery.confidence()));
        }
        if (battery.tokenizers() != null) {
            JsonObject tokenizers = new JsonObject();
            tokenizers.add("source", statistics(battery.tokenizers().source()));
            tokenizers.add("target", statistics(battery.tokenizers().target()));
            json.add("tokenizers", tokenizers);
        }
        JsonObject signatures = new JsonObject();
        new TreeMap<>(battery.signatures()).forEach(signatures::addProperty);
        json.add("signatures", signatures);
        return json;
    }

    private static void add(JsonObject json, String name, double value) {
        if (!Double.isNaN(value)) {
            json.addProperty(name, value);
        }
    }

    private static JsonObject figure(SystemScores.Figure figure) {
        JsonObject json = new JsonObject();
        add(json, "score", figure.score());
        add(json, "low", figure.low());
        add(json, "high", figure.high());
        add(json, "near", figure.near());
        add(json, "far", figure.far());
        add(json, "p", figure.p());
        return json;
    }

    private static JsonObject reliability(Reliability table) {
        JsonArray bins = new JsonArray();
        for (Reliability.Bin bin : table.bins()) {
            JsonObject one = new JsonObject();
            one.addProperty("from", bin.from());
            one.addProperty("to", bin.to());
            one.addProperty("sentences", bin.sentences());
            one.addProperty("expected", bin.expected());
            one.addProperty("achieved", bin.achieved());
            bins.add(one);
        }
        JsonObject json = new JsonObject();
        json.add("bins", bins);
        add(json, "calibration-error", table.calibrationError());
        add(json, "absolute-error", table.absoluteError());
        add(json, "correlation", table.correlation());
        return json;
    }

    private static JsonObject statistics(TokenizerStatistics statistics) {
        JsonObject json = new JsonObject();
        json.addProperty("lines", statistics.lines());
        json.addProperty("words", statistics.words());
        json.addProperty("bytes", statistics.bytes());
        json.addProperty("tokens", statistics.tokens());
        json.addProperty("unknown", statistics.unknown());
        json.addProperty("byte-tokens", statistics.byteTokens());
        return json;
    }

    /**
     * The battery that was stored.
     *
     * @throws InputException when that is none
     */
    public static Battery read(JsonObject stored) throws InputException {
        JsonFields in = JsonFields.of(stored);
        if (!in.has("version")) {
            return unversioned(in);
        }
        in.version(VERSION);
        List<SystemScores> systems = new ArrayList<>();
        for (JsonFields system : in.objects("systems")) {
            systems.add(new SystemScores(
                    system.requiredChoice("system", MeasuredSystem.CODES),
                    figure(system.object("chrf")),
                    system.number("chrf++", Double.NaN),
                    figure(system.object("bleu"))));
        }
        return new Battery(
                in.integer("sentences", 0, 0, Integer.MAX_VALUE),
                in.integer("near", 0, 0, Integer.MAX_VALUE),
                in.integer("left-out", 0, 0, Integer.MAX_VALUE),
                systems,
                in.has("confidence") ? reliability(in.object("confidence")) : null,
                in.has("tokenizers") ? tokenizers(in.object("tokenizers")) : null,
                in.object("signatures").allTexts());
    }

    private static SystemScores.Figure figure(JsonFields in) throws InputException {
        return new SystemScores.Figure(
                in.number("score", Double.NaN),
                in.number("low", Double.NaN),
                in.number("high", Double.NaN),
                in.number("near", Double.NaN),
                in.number("far", Double.NaN),
                in.number("p", Double.NaN));
    }

    private static Reliability reliability(JsonFields in) throws InputException {
        List<Reliability.Bin> bins = new ArrayList<>();
        for (JsonFields bin : in.objects("bins")) {
            bins.add(new Reliability.Bin(
                    bin.requiredNumber("from"),
                    bin.requiredNumber("to"),
                    bin.integer("sentences", 0, 0, Integer.MAX_VALUE),
                    bin.requiredNumber("expected"),
                    bin.requiredNumber("achieved")));
        }
        return new Reliability(
                bins, in.requiredNumber("calibration-error"), in.requiredNumber("absolute-error"), in.number("correlation", Double.NaN));
    }

    private static TokenizerFairness tokenizers(JsonFields in) throws InputException {
        return new TokenizerFairness(statistics(in.object("source")), statistics(in.object("target")));
    }

    private static TokenizerStatistics statistics(JsonFields in) throws InputException {
        return new TokenizerStatistics(
                in.longInteger("lines", 0),
                in.longInteger("words", 0),
                in.longInteger("bytes", 0),
                in.longInteger("tokens", 0),
                in.longInteger("unknown", 0),
                in.longInteger("byte-tokens", 0));
    }

    private static Battery unversioned(JsonFields in) throws InputException {
        List<SystemScores> systems = new ArrayList<>();
        if (in.has(COPYING_ALONE)) {
            systems.add(unversioned(MeasuredSystem.COPYING, in.object(COPYING_ALONE)));
        }
        if (!in.has(HYDRA_ALONE)) {
            throw new InputException("It holds no figures; measure again.");
        }
        JsonFields hydra = in.object(HYDRA_ALONE);
        systems.add(unversioned(MeasuredSystem.HYDRA, hydra));
        return new Battery(
                hydra.integer("lines", 0, 0, Integer.MAX_VALUE), 0, 0, systems, null, null, hydra.object("signatures").allTexts());
    }

    private static SystemScores unversioned(MeasuredSystem system, JsonFields in) throws InputException {
        return new SystemScores(
                system,
                SystemScores.Figure.of(in.number("chrf", Double.NaN)),
                in.number("chrf++", Double.NaN),
                SystemScores.Figure.of(in.number("bleu", Double.NaN)));
    }
}
