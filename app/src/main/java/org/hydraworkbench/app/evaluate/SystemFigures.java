package org.hydraworkbench.app.evaluate;

import org.hydraworkbench.app.plot.Numbers;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.project.measures.MeasuredSystem;
import org.hydraworkbench.project.measures.SystemScores;

/**
 * A row of the table of systems.
 *
 * @param scores NaN for what was not measured
 * @param aboveFloor how much more chrF it has than the best floor, less than 0 where it is worse; NaN for floors
 */
public record SystemFigures(SystemScores scores, double aboveFloor) {

    /** What a person calls a system. */
    public static String name(MeasuredSystem system) {
        return Texts.get("evaluate.system." + system.code());
    }

    MeasuredSystem system() {
        return scores.system();
    }

    /** What a person calls it; floors are marked as such. */
    public String name() {
        return system().isFloor() ? Texts.format("evaluate.floor", name(system())) : name(system());
    }

    /** Both ends of the 95 % interval; a dash where it was not measured. */
    static String interval(SystemScores.Figure figure) {
        return Double.isNaN(figure.low()) ? "–" : Numbers.hundredths(figure.low()) + " – " + Numbers.hundredths(figure.high());
    }

    /** chrF of what is near to something learnt from, and of what is far. */
    String nearAndFar() {
        return Numbers.hundredths(scores.chrf().near()) + " / " + Numbers.hundredths(scores.chrf().far());
    }

    /** How far above the best floor, and whether that may be chance; a dash for a floor. */
    String aboveFloorInWords() {
        return Double.isNaN(aboveFloor()) ? "–" : signed(aboveFloor()) + ", p " + probability(scores.chrf().p());
    }

    /** A difference as a person reads it, with its sign; a dash where there is none. */
    static String signed(double value) {
        return Double.isNaN(value) ? "–" : (value < 0 ? "−" : "+") + Numbers.hundredths(Math.abs(value));
    }

    /** A probability as a person reads it; a dash where there is none. */
    static String probability(double p) {
        return Double.isNaN(p) ? "–" : p < 0.001 ? "< 0.001" : Numbers.brief(Math.round(p * 1000) / 1000.0);
    }
}
