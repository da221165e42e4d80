package org.hydraworkbench.app.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.align.links.LinkState;
import org.junit.jupiter.api.Test;

class MarkTest {

    @Test
    void aProposalIsDashedUntilTheSentenceIsConfirmed() {
        Mark proposal = Mark.proposed(0, 0, LinkState.SURE, 0.7f);
        assertThat(proposal.shape(false)).isEqualTo(Mark.Shape.DASHED);
        assertThat(proposal.shape(true)).isEqualTo(Mark.Shape.FILLED);
        assertThat(Mark.proposed(0, 0, LinkState.POSSIBLE, 0.7f).shape(true)).isEqualTo(Mark.Shape.HOLLOW);
    }

    @Test
    void theWordOfThePersonGoesBeforeThatOfTheMachine() {
        Mark denied = new Mark(new Cell(0, 0), LinkState.SURE, LinkState.REJECTED, 0.9f);
        assertThat(denied.isLink()).isFalse();
        assertThat(denied.shape(true)).isEqualTo(Mark.Shape.CROSS);
    }

    @Test
    void aMarkOutsideTheGridIsRefused() {
        assertThatThrownBy(() -> HeatmapModel.of(
                        List.of("a"), List.of("x"), ShadeMatrix.empty(1, 1),
                        List.of(Mark.proposed(1, 0, LinkState.SURE, 1)), false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCellIsDescribedInWords() {
        HeatmapModel model = HeatmapModel.of(
                List.of("house"), List.of("axxam"), ShadeMatrix.of(new float[][] {{0.5f}}, 1),
                List.of(Mark.proposed(0, 0, LinkState.SURE, 0.5f)), false);
        assertThat(CellDescription.of(model, new Cell(0, 0)).spoken()).contains("house", "axxam", "0.50", "proposed");
    }
}
