package org.hydraworkbench.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hydraworkbench.app.plot.BarsDrawing;
import org.hydraworkbench.app.plot.Curve;
import org.hydraworkbench.app.plot.CurvesDrawing;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.eval.Reliability;
import org.hydraworkbench.project.measures.MeasuredSystem;
import org.hydraworkbench.project.measures.SystemScores;

/** The plots of an evaluation and of all of them: the same in the window and in the report. */
final class EvaluationPlots {

    /** Those whose way is worth following: what is there without a model, the model, and both. */
    private static final List<MeasuredSystem> FOLLOWED =
            List.of(
                    MeasuredSystem.COPYING,
                    MeasuredSystem.PHRASES,
                    MeasuredSystem.WITHOUT_HYDRA,
                    MeasuredSystem.HYDRA,
                    MeasuredSystem.EVERYTHING);

    private final BarsDrawing chrf = new BarsDrawing(Texts.get("evaluate.column.chrf"), List.of());
    private final BarsDrawing bleu = new BarsDrawing(Texts.get("evaluate.column.bleu"), List.of());
    private final CurvesDrawing reliability =
            new CurvesDrawing(Texts.get("evaluate.reliability"), Texts.get("evaluate.reliability.expected"));
    private final CurvesDrawing runs = new CurvesDrawing(Texts.get("evaluate.time"), Texts.get("evaluate.time.run"));

    /** Shows an evaluation among all. */
    static EvaluationPlots of(Evaluation evaluation, List<Evaluation> all) {
        EvaluationPlots plots = new EvaluationPlots();
        plots.show(evaluation.figures(), evaluation.battery().confidence() == null ? List.of() : evaluation.battery().confidence().bins());
        plots.showRuns(all);
        return plots;
    }

    /** Shows what an evaluation found. */
    void show(List<SystemFigures> figures, List<Reliability.Bin> bins) {
        chrf.setBars(bars(figures, SystemScores::chrf));
        bleu.setBars(bars(figures, SystemScores::bleu));
        Curve achieved = new Curve(Texts.get("evaluate.reliability.achieved"));
        Curve honest = new Curve(Texts.get("evaluate.reliability.honest"));
        for (Reliability.Bin bin : bins) {
            achieved.add(bin.expected(), bin.achieved());
            honest.add(bin.expected(), bin.expected());
        }
        reliability.setCurves(bins.isEmpty() ? List.of() : List.of(achieved, honest));
    }

    /** Shows how runs compare, newest first. */
    void showRuns(List<Evaluation> evaluations) {
        List<Curve> curves = new ArrayList<>();
        for (MeasuredSystem system : FOLLOWED) {
            Curve curve = new Curve(SystemFigures.name(system));
            List<Evaluation> oldestFirst = evaluations.reversed();
            for (int k = 0; k < oldestFirst.size(); k++) {
                curve.add(k + 1, oldestFirst.get(k).chrf(system));
            }
            if (curve.size() > 0) {
                curves.add(curve);
            }
        }
        runs.setCurves(curves);
    }

    private static List<BarsDrawing.Bar> bars(List<SystemFigures> figures, Function<SystemScores, SystemScores.Figure> metric) {
        return figures.stream()
                .map(row -> {
                    SystemScores.Figure figure = metric.apply(row.scores());
                    return new BarsDrawing.Bar(
                            SystemFigures.name(row.system()), figure.score(), figure.low(), figure.high(), row.system().isFloor());
                })
                .toList();
    }

    BarsDrawing chrf() {
        return chrf;
    }

    BarsDrawing bleu() {
        return bleu;
    }

    /** What was expected of translations against what they have. */
    CurvesDrawing reliability() {
        return reliability;
    }

    /** chrF over all runs. */
    CurvesDrawing runs() {
        return runs;
    }
}
