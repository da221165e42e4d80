package org.hydraworkbench.project.measures;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.HydraJudge;
import org.hydraworkbench.decode.choice.JudgedTranslator;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.eval.Bleu;
import org.hydraworkbench.eval.Chrf;
import org.hydraworkbench.eval.PairedBootstrap;
import org.jspecify.annotations.Nullable;

/**
 * What translations gain by being chosen as was learnt, measured with sentences that were not learnt from.
 *
 * @param learntFrom sentences that were learnt from
 * @param measured sentences that were measured with
 * @param chrfBefore of translations as the program by itself chooses them
 * @param chrfAfter of translations as was learnt; as before where nothing that was learnt did better, so that it is not used
 * @param low the lower end of the 95 % interval of what chrF gains
 * @param high its upper end
 * @param bleuBefore as {@code chrfBefore}
 * @param bleuAfter as {@code chrfAfter}
 */
public record DecodingGain(
        int learntFrom,
        int measured,
        double chrfBefore,
        double chrfAfter,
        double low,
        double high,
        double bleuBefore,
        double bleuAfter) {

    private static final int VERSION = 1;
    private static final int SAMPLES = 1000;

    /**
     * What was tried and did best.
     *
     * @param decoding what did
     * @param gain what it gains over the first that was tried; nothing where it is the first
     */
    public record Best(Decoding decoding, DecodingGain gain) {}

    /**
     * Measures what was tried. Of those that do equally well the first is the best, so that nothing takes the place of the usual
     * without a reason.
     *
     * @param tried what is used by itself, and all that was learnt
     * @param hydra null where there is none
     * @param pairs sentences that were not learnt from, at least one
     * @param learntFrom sentences that were
     */
    public static Best best(
            Knowledge knowledge,
            @Nullable HydraJudge hydra,
            List<Decoding> tried,
            List<SentencePair> pairs,
            int learntFrom,
            Progress progress)
            throws HydraException {
        progress.message("Measuring what is gained");
        List<String> references = pairs.stream().map(SentencePair::target).toList();
        List<List<String>> translated = new ArrayList<>();
        for (Decoding decoding : tried) {
            JudgedTranslator translator = decoding.translator(knowledge, hydra);
            List<String> texts = new ArrayList<>();
            for (SentencePair pair : pairs) {
                progress.checkCancelled();
                texts.add(translator.translate(pair.source(), progress).text());
                progress.update(translated.size() * (long) pairs.size() + texts.size(), tried.size() * (long) pairs.size());
            }
            translated.add(texts);
        }
        Chrf chrf = Chrf.chrf();
        int best = 0;
        for (int k = 1; k < tried.size(); k++) {
            if (chrf.corpus(translated.get(k), references) > chrf.corpus(translated.get(best), references)) {
                best = k;
            }
        }
        PairedBootstrap.Result result =
                PairedBootstrap.test(chrf, translated.get(0), translated.get(best), references, SAMPLES, 1);
        Bleu bleu = Bleu.suiting(references);
        return new Best(
                tried.get(best),
                new DecodingGain(
                        learntFrom,
                        pairs.size(),
                        result.baseline(),
                        result.system(),
                        result.differenceLow(),
                        result.differenceHigh(),
                        bleu.corpus(translated.get(0), references),
                        bleu.corpus(translated.get(best), references)));
    }

    /** What chrF gains, never less than 0. */
    public double chrf() {
        return chrfAfter - chrfBefore;
    }

    /** Whether nothing that was learnt did better, so that all is chosen as the program by itself chooses. */
    public boolean isUsual() {
        return chrfAfter == chrfBefore;
    }

    /** What BLEU gains. */
    public double bleu() {
        return bleuAfter - bleuBefore;
    }

    /** As it is kept with an artefact. */
    public JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("version", VERSION);
        json.addProperty("learnt-from", learntFrom);
        json.addProperty("measured", measured);
        json.addProperty("chrf-before", chrfBefore);
        json.addProperty("chrf-after", chrfAfter);
        json.addProperty("chrf-gain-low", low);
        json.addProperty("chrf-gain-high", high);
        json.addProperty("bleu-before", bleuBefore);
        json.addProperty("bleu-after", bleuAfter);
        return json;
    }

    /** Reads what {@link #json} gave. */
    public static DecodingGain read(JsonObject json) throws InputException {
        JsonFields in = JsonFields.of(json);
        in.version(VERSION);
        DecodingGain gain = new DecodingGain(
                in.integer("learnt-from", 0, 0, Integer.MAX_VALUE),
                in.integer("measured", 0, 0, Integer.MAX_VALUE),
                in.requiredNumber("chrf-before"),
                in.requiredNumber("chrf-after"),
                in.requiredNumber("chrf-gain-low"),
                in.requiredNumber("chrf-gain-high"),
                in.requiredNumber("bleu-before"),
                in.requiredNumber("bleu-after"));
        in.end();
        return gain;
    }
}
