package org.hydraworkbench.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import org.hydraworkbench.tokenizer.SpecialTokens;
import org.junit.jupiter.api.Test;

class SpecialRolesTest {

    private static final int NONE = -1;
    private static final SpecialTokens TARGET = roles(101, 102, 103, 104, NONE, NONE, 105);

    @Test
    void everyRoleGoesToTheSameRole() {
        SpecialTokens source = roles(1, 2, 3, 4, NONE, NONE, 5);
        assertThat(SpecialRoles.map(source, TARGET)).isEqualTo(Map.of(101, 1, 102, 2, 103, 3, 104, 4, 105, 5));
    }

    @Test
    void encoderRolesStandInForBeginningAndEnd() {
        SpecialTokens source = roles(NONE, NONE, 3, 4, 6, 7, NONE);
        assertThat(SpecialRoles.map(source, TARGET)).isEqualTo(Map.of(101, 6, 102, 7, 103, 3, 104, 4, 105, 3));
    }

    @Test
    void aSourceWithoutUnknownAndPaddingNeverLendsItsBeginning() {
        // as in Llama 3
        SpecialTokens source = roles(1, 2, NONE, NONE, NONE, NONE, NONE);
        assertThat(SpecialRoles.map(source, TARGET)).isEqualTo(Map.of(101, 1, 102, 2));
        assertThat(SpecialRoles.unknown(source)).isEmpty();
    }

    @Test
    void aTokenThatIsBeginningAndUnknownAtOnceServesBeginningsOnly() {
        // as in GPT-2, whose only special token has every role
        SpecialTokens source = roles(1, 1, 1, 1, NONE, NONE, NONE);
        assertThat(SpecialRoles.map(source, TARGET)).isEqualTo(Map.of(101, 1, 102, 1));
        assertThat(SpecialRoles.unknown(source)).isEmpty();
    }

    @Test
    void missingRolesFallBackToTheSourcesOwnUnknownToken() {
        SpecialTokens source = roles(NONE, NONE, NONE, 4, NONE, NONE, NONE);
        assertThat(SpecialRoles.map(source, TARGET)).isEqualTo(Map.of(101, 4, 102, 4, 103, 4, 104, 4, 105, 4));
    }

    private static SpecialTokens roles(int bos, int eos, int pad, int unk, int cls, int sep, int mask) {
        return new SpecialTokens(id(bos), id(eos), id(pad), id(unk), id(cls), id(sep), id(mask));
    }

    private static OptionalInt id(int id) {
        return id == NONE ? OptionalInt.empty() : OptionalInt.of(id);
    }
}
