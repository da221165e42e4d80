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
 * @param chrfAfter of translations as was learnt
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
     * Measures it.
     *
     * @param hydra null where there is none
     * @param pairs sentences that were not learnt from, at least one
     * @param learntFrom sentences that were
     */
    public static DecodingGain of(
            Knowledge knowledge,
            @Nullable HydraJudge hydra,
            Decoding before,
            Decoding after,
            List<SentencePair> pairs,
            int learntFrom,
            Progress progress)
            throws HydraException {
        progress.message("Measuring what is gained");
        JudgedTranslator usual = before.translator(knowledge, hydra);
        JudgedTranslator learnt = after.translator(knowledge, hydra);
        List<String> old = new ArrayList<>();
        List<String> now = new ArrayList<>();
        for (SentencePair pair : pairs) {
            progress.checkCancelled();
            old.add(usual.translate(pair.source(), progress).text());
            now.add(learnt.translate(pair.source(), progress).text());
            progress.update(now.size(), pairs.size());
        }
        List<String> references = pairs.stream().map(SentencePair::target).toList();
        PairedBootstrap.Result chrf = PairedBootstrap.test(Chrf.chrf(), old, now, references, SAMPLES, 1);
        Bleu bleu = Bleu.bleu();
        return new DecodingGain(
                learntFrom,
                pairs.size(),
                chrf.baseline(),
                chrf.system(),
                chrf.differenceLow(),
                chrf.differenceHigh(),
                bleu.corpus(old, references),
                bleu.corpus(now, references));
    }

    /** What chrF gains; below 0 when it loses. */
    public double chrf() {
        return chrfAfter - chrfBefore;
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
