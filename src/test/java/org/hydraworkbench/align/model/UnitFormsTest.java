package org.hydraworkbench.align.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hydraworkbench.tokenizer.Segmentation;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.Test;

class UnitFormsTest {

    private static final Segmentation HOUSE = Segmenter.of(Unit.WORD, null).segment("the house");

    @Test
    void aMethodMakesThemOfASentence() {
        UnitForms units = AlignmentMethod.HMM_FERTILITY.units(HOUSE);
        assertThat(units.formsFor(AlignmentMethod.HMM_FERTILITY)).containsExactly("the", "house");
        assertThat(units.size()).isEqualTo(2);
    }

    @Test
    void aModelOfAnotherMethodRefusesThem() {
        UnitForms units = AlignmentMethod.IBM1.units(HOUSE);
        assertThatThrownBy(() -> units.formsFor(AlignmentMethod.HMM_FERTILITY)).isInstanceOf(IllegalArgumentException.class);
    }
}
