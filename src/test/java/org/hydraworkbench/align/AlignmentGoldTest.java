package org.hydraworkbench.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.AlignmentMetrics;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.links.Symmetrization;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.testing.LinkFiles;
import org.hydraworkbench.testing.SharedData;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.Test;

/** What people linked is found again, by the default model, as well as when these thresholds were set, with a little room. */
class AlignmentGoldTest {

    @Test
    void alibiByDefault() throws HydraException {
        assertThat(errorRate("alibi-fra-eng", AlignOptions.defaults().symmetrization())).isLessThanOrEqualTo(9.6);
    }

    @Test
    void ugaritByDefault() throws HydraException {
        assertThat(errorRate("ugarit-grc-eng", AlignOptions.defaults().symmetrization())).isLessThanOrEqualTo(57);
    }

    @Test
    void alibiByIntersection() throws HydraException {
        assertThat(errorRate("alibi-fra-eng", Symmetrization.INTERSECT)).isLessThanOrEqualTo(9.0);
    }

    @Test
    void ugaritByTheBestHeuristic() throws HydraException {
        double best = Math.min(
                errorRate("ugarit-grc-eng", Symmetrization.INTERSECT),
                Math.min(
                        errorRate("ugarit-grc-eng", Symmetrization.GROW_DIAG),
                        errorRate("ugarit-grc-eng", Symmetrization.GROW_DIAG_FINAL_AND)));
        assertThat(best).isLessThanOrEqualTo(57);
    }

    /** The alignment error rate in per cent. */
    private static double errorRate(String set, Symmetrization symmetrization) throws HydraException {
        Segmenter spaces = Segmenter.of(Unit.GIVEN, null);
        AlignOptions options = AlignOptions.defaults().withSymmetrization(symmetrization);
        var pairs = Bitexts.readAll(SharedData.require("align-gold/" + set + "/bitext.gz"));
        Links links = Aligned.of(pairs, spaces, spaces, options).links();
        List<Alignment> gold = LinkFiles.readAll(SharedData.require("align-gold/" + set + "/gold.talp"));
        List<Alignment> found = new ArrayList<>();
        for (int pair = 0; pair < gold.size(); pair++) {
            found.add(links.get(pair));
        }
        return 100 * AlignmentMetrics.score(gold, found).aer();
    }
}
