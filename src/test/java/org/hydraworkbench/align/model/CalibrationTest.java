package org.hydraworkbench.align.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.align.links.Symmetrization;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void isTheFormula() {
        // either direction: 0.8 + 0.5 − 0.4 = 0.9; logits ln 4 + ln 1 = 1.38629; 1 + 0.5·0.5²·1.38629 = 1.17329; σ = 0.76373; by hand
        assertThat(new Calibration(1, 0.5, 0.5).confidence(0.8f, 0.5f)).isCloseTo(0.9f * 0.76373f, within(1e-5f));
    }

    @Test
    void whatNeitherDirectionWantsHasNoConfidence() {
        assertThat(Calibration.hmm(0.9).confidence(0f, 0f)).isZero();
        assertThat(Calibration.IBM1.confidence(0f, 0f)).isZero();
        assertThat(Calibration.DIAGONAL.confidence(0f, 0f)).isZero();
    }

    @Property
    void liesBetweenNothingAndWhatEitherDirectionGives(
            @ForAll @FloatRange(max = 1) float forward, @ForAll @FloatRange(max = 1) float reverse) {
        assertThat(Calibration.hmm(0.8).confidence(forward, reverse)).isBetween(0f, Calibration.either(forward, reverse));
    }

    @Property
    void growsWithBothDirections(
            @ForAll @FloatRange(max = 1) float a, @ForAll @FloatRange(max = 1) float b, @ForAll @FloatRange(max = 1) float c) {
        Calibration calibration = Calibration.hmm(0.8);
        float least = Math.min(a, b);
        float most = Math.max(a, b);
        assertThat(calibration.confidence(least, c)).isLessThanOrEqualTo(calibration.confidence(most, c) + 1e-6f);
        assertThat(calibration.confidence(c, least)).isLessThanOrEqualTo(calibration.confidence(c, most) + 1e-6f);
    }

    @Test
    void theSurestLinksAreLessSureWhereTheDirectionsDisagree() {
        assertThat(Calibration.hmm(0.5).confidence(1f, 1f)).isLessThan(Calibration.hmm(0.9).confidence(1f, 1f));
    }

    @Test
    void directionsAgreeInWhatBothHave() {
        // min 1 + 0 + 2 of max 3 + 1 + 2, by hand
        assertThat(Calibration.agreement(new int[] {1, 3, 1, 0, 2, 2})).isEqualTo(0.5);
        assertThat(Calibration.agreement(new int[0])).isEqualTo(1);
    }

    @Test
    void aThresholdKeepsTheLinksWhoseConfidenceReachesIt() {
        float[][] forward = {{0.9f, 0.1f}, {0f, 0.8f}};
        float[][] reverse = {{0.9f, 0.1f}, {0f, 0.1f}};
        PairPosteriors posteriors = new PairPosteriors(
                forward, reverse, new float[] {0.1f, 0.1f}, new float[] {0f, 0.9f}, new Calibration(0, 1, 1));
        // by hand: 0-0 0.99·81/82 = 0.978; 0-1 0.19·1/82 = 0.002; 1-0 0; 1-1 0.82·σ(ln 4 − ln 9) = 0.82·4/13 = 0.2523
        assertThat(posteriors.links(Symmetrization.THRESHOLD, 0.25).cells()).containsExactly(new Cell(0, 0), new Cell(1, 1));
        assertThat(posteriors.links(Symmetrization.THRESHOLD, 0.26).cells()).containsExactly(new Cell(0, 0));
        assertThat(posteriors.links(Symmetrization.THRESHOLD, 1).cells()).isEmpty();
        assertThat(posteriors.links(Symmetrization.THRESHOLD, 0).cells())
                .containsExactly(new Cell(0, 0), new Cell(0, 1), new Cell(1, 1));
    }
}
