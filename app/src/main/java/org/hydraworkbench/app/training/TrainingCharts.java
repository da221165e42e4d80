package org.hydraworkbench.app.training;

import java.util.List;
import java.util.function.Function;
import org.hydraworkbench.app.plot.Curve;
import org.hydraworkbench.app.plot.CurvesDrawing;
import org.hydraworkbench.app.shell.Texts;

/** The plots of the runs that are shown. */
final class TrainingCharts {

    private final CurvesDrawing loss = drawing("training.chart.loss");
    private final CurvesDrawing smoothed = drawing("training.chart.smoothed");
    private final CurvesDrawing rate = drawing("training.chart.rate");
    private final CurvesDrawing speed = drawing("training.chart.speed");
    private final CurvesDrawing bits = drawing("training.chart.bits");

    private static CurvesDrawing drawing(String key) {
        return new CurvesDrawing(Texts.get(key), Texts.get("training.chart.step"));
    }

    /** Shows these runs, which may go on growing. */
    void show(List<RunCurves> runs) {
        loss.setCurves(of(runs, RunCurves::loss));
        smoothed.setCurves(of(runs, RunCurves::smoothed));
        rate.setCurves(of(runs, RunCurves::rate));
        speed.setCurves(of(runs, RunCurves::speed));
        bits.setCurves(of(runs, RunCurves::bits));
    }

    private static List<Curve> of(List<RunCurves> runs, Function<RunCurves, Curve> curve) {
        return runs.stream().map(curve).toList();
    }

    CurvesDrawing loss() {
        return loss;
    }

    /** The loss, smoothed. */
    CurvesDrawing smoothed() {
        return smoothed;
    }

    CurvesDrawing rate() {
        return rate;
    }

    CurvesDrawing speed() {
        return speed;
    }

    CurvesDrawing bits() {
        return bits;
    }

    /** Whether any run shown was measured in bits per byte. */
    boolean hasBits() {
        return bits.curves().stream().anyMatch(curve -> curve.size() > 0);
    }
}
