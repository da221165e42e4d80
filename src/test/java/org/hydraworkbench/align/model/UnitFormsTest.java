package org.hydraworkbench.align.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hydraworkbench.base.StateException;
import org.hydraworkbench.tokenizer.Segmentation;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.Test;

class UnitFormsTest {

    private static Segmentation house() throws StateException {
        return Segmenter.of(Unit.WORD, null).segment("the house");
    }

    @Test
    void aMethodMakesThemOfASentence() throws Exception {
        UnitForms units = AlignmentMethod.HMM_FERTILITY.units(house());
        assertThat(units.formsFor(AlignmentMethod.HMM_FERTILITY)).containsExactly("the", "house");
        assertThat(units.size()).isEqualTo(2);
    }

    @Test
    void aModelOfAnotherMethodRefusesThem() throws Exception {
        UnitForms units = AlignmentMethod.IBM1.units(house());
        assertThatThrownBy(() -> units.formsFor(AlignmentMethod.HMM_FERTILITY)).isInstanceOf(IllegalArgumentException.class);
    }
}
