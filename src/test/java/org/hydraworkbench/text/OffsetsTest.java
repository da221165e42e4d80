package org.hydraworkbench.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OffsetsTest {

    @Test
    void countsAFaceAsOneCodePointTwoUnitsFourBytes() {
        Offsets offsets = Offsets.of("a😀ɣ");
        assertThat(offsets.codePoints()).isEqualTo(3);
        assertThat(offsets.toUtf16(2)).isEqualTo(3);
        assertThat(offsets.toUtf8(2)).isEqualTo(5);
        assertThat(offsets.toUtf8(3)).isEqualTo(7);
        assertThat(offsets.slice(new Span(1, 2))).isEqualTo("😀");
        assertThat(offsets.codePointAt(1)).isEqualTo(0x1F600);
    }

    @Test
    void aPositionInsideACharacterIsThatBeforeIt() {
        Offsets offsets = Offsets.of("a😀ɣ");
        assertThat(offsets.fromUtf16(2)).isEqualTo(1);
        assertThat(offsets.fromUtf8(3)).isEqualTo(1);
        assertThat(offsets.fromUtf8(6)).isEqualTo(2);
    }

    @Test
    void refusesPositionsOutsideTheText() {
        assertThatThrownBy(() -> Offsets.of("abc").toUtf16(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Offsets.of("😀").fromUtf16(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Property(tries = 300)
    void agreesWithJavasOwnCounting(@ForAll String text) {
        String clean = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        Offsets offsets = Offsets.of(clean);
        for (int i = 0; i <= offsets.codePoints(); i++) {
            int unit = clean.offsetByCodePoints(0, i);
            int bytes = clean.substring(0, unit).getBytes(StandardCharsets.UTF_8).length;
            assertThat(offsets.toUtf16(i)).isEqualTo(unit);
            assertThat(offsets.fromUtf16(unit)).isEqualTo(i);
            assertThat(offsets.toUtf8(i)).isEqualTo(bytes);
            assertThat(offsets.fromUtf8(bytes)).isEqualTo(i);
        }
    }
}
