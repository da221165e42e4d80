package org.hydraworkbench.model.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Two phrases: 1 2 3, or 4; and 5 6. */
class RequiredTest {

    private static final Required BOTH = new Required(List.of(List.of(new int[] {1, 2, 3}, new int[] {4}), List.of(new int[] {5, 6})), id -> id >= 20);

    private static Required.State after(int... ids) {
        Required.State state = BOTH.start();
        for (int id : ids) {
            state = BOTH.after(state, id);
        }
        return state;
    }

    @Test
    void whatIsLackingIsWanted() {
        assertThat(BOTH.next(after())).containsExactlyInAnyOrder(1, 4, 5);
        assertThat(BOTH.next(after(9, 9))).containsExactlyInAnyOrder(1, 4, 5);
        assertThat(BOTH.next(after(4))).containsExactly(5);
        assertThat(BOTH.next(after(4, 5))).containsExactly(6);
        assertThat(BOTH.next(after(4, 5, 6))).isEmpty();
    }

    @Test
    void aFormThatIsBegunIsGoneOnWith() {
        assertThat(BOTH.next(after(1, 2))).containsExactly(3);
        assertThat(after(1, 2).present()).isEqualTo(2);
        assertThat(after(1, 2, 9).present()).as("it was not ended").isZero();
        assertThat(after(1, 2, 1).present()).as("begun anew").isEqualTo(1);
        assertThat(after(1, 2, 4).present()).as("the other form counts as the first").isEqualTo(3);
    }

    @Test
    void allMustBeThere() {
        assertThat(BOTH.isMet(after(1, 2, 3))).isFalse();
        assertThat(BOTH.isMet(after(1, 2, 3, 9, 5, 6))).isTrue();
        assertThat(BOTH.isMet(after(5, 6, 4))).isTrue();
        assertThat(after(5, 6, 4, 4).present()).as("once is enough; 4 counts as the first form").isEqualTo(5);
        assertThat(Required.NOTHING.isMet(Required.NOTHING.start())).isTrue();
    }

    /** 20 goes on with the word before it. */
    @Test
    void aPhraseThatIsPartOfALongerWordIsNotThere() {
        assertThat(BOTH.isMet(after(5, 6, 1, 2, 3, 20))).isFalse();
        assertThat(BOTH.next(after(5, 6, 1, 2, 3, 20))).containsExactlyInAnyOrder(1, 4);
        assertThat(after(5, 6, 20).present()).isZero();
        assertThat(BOTH.isMet(after(5, 6, 4, 9, 20))).isTrue();
    }

    /** 7 8 and 7 9 begin alike: which is meant is seen at the second token. */
    @Test
    void ofPhrasesThatBeginAlikeAnyMayCome() {
        Required alike = new Required(List.of(List.of(new int[] {7, 8}), List.of(new int[] {7, 9})), id -> false);
        Required.State open = alike.after(alike.start(), 7);
        assertThat(alike.next(open)).containsExactlyInAnyOrder(8, 9);
        Required.State second = alike.after(open, 9);
        assertThat(alike.next(second)).containsExactly(7);
        assertThat(alike.isMet(alike.after(alike.after(second, 7), 8))).isTrue();
    }

    @Test
    void aPhraseHasTokens() {
        assertThatThrownBy(() -> new Required(List.of(List.of(new int[0])), id -> false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Required(List.of(List.of()), id -> false)).isInstanceOf(IllegalArgumentException.class);
    }
}
