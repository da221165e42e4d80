package org.hydraworkbench.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearFarTest {

    private static final List<String> REFERENCES = List.of("Azul fell-awen.", "Tanemmirt.", "Tom yella dagi.");
    private static final List<String> SYSTEM = List.of("Azul fell-awen.", "Tom.", "Tom yella.");

    @Test
    void eachPartIsScoredAsATestSetOfItsOwn() {
        NearFar apart = NearFar.of(Chrf.chrf(), SYSTEM, REFERENCES, new double[] {.5, .49, 0});
        assertThat(apart.near()).isOne();
        assertThat(apart.nearScore()).isEqualTo(100);
        assertThat(apart.far()).isEqualTo(2);
        assertThat(apart.farScore()).isEqualTo(Chrf.chrf().corpus(SYSTEM.subList(1, 3), REFERENCES.subList(1, 3)));
    }

    @Test
    void aPartWithoutSentencesHasNoScore() {
        NearFar apart = NearFar.of(Bleu.bleu(), SYSTEM, REFERENCES, new double[] {1, .8, .5});
        assertThat(apart.far()).isZero();
        assertThat(apart.farScore()).isNaN();
    }
}
