package org.hydraworkbench.weights;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FloatCodecTest {

    @Property
    void bfloat16OfAFloatIsANearestOne(@ForAll int bits) {
        float value = Float.intBitsToFloat(bits);
        float rounded = FloatCodec.fromBf16(FloatCodec.toBf16(value));
        if (Float.isNaN(value)) {
            assertThat(rounded).isNaN();
            return;
        }
        float below = Float.intBitsToFloat(bits & 0xffff0000);
        float above = Float.intBitsToFloat((bits & 0xffff0000) + 0x10000);
        assertThat(rounded == below || rounded == above).isTrue();
        double down = Math.abs((double) value - below);
        double up = Float.isInfinite(above)
                ? Math.scalb(1.0, 128) - Math.abs((double) value)
                : Math.abs((double) above - value);
        if (down != up) {
            assertThat(rounded).isEqualTo(down < up ? below : above);
        } else {
            assertThat(Float.floatToRawIntBits(rounded) >>> 16 & 1).isZero();
        }
    }

    @Property
    void everyBfloat16SurvivesTheRoundTrip(@ForAll short bits) {
        float value = FloatCodec.fromBf16(bits);
        short back = FloatCodec.toBf16(value);
        if (Float.isNaN(value)) {
            assertThat(FloatCodec.fromBf16(back)).isNaN();
        } else {
            assertThat(back).isEqualTo(bits);
        }
    }

    @Test
    void everyFloat16SurvivesTheRoundTrip() {
        for (int bits = 0; bits < 0x10000; bits++) {
            float value = FloatCodec.fromF16((short) bits);
            if (Float.isNaN(value)) {
                assertThat(FloatCodec.fromF16(FloatCodec.toF16(value))).isNaN();
            } else {
                assertThat(FloatCodec.toF16(value)).isEqualTo((short) bits);
            }
        }
    }

    @Test
    void aNanWithoutHighPayloadBitsStaysNan() {
        assertThat(FloatCodec.fromBf16(FloatCodec.toBf16(Float.intBitsToFloat(0x7f800001)))).isNaN();
    }

    @Test
    void valuesBeyondTheRangeBecomeInfinite() {
        assertThat(FloatCodec.fromBf16(FloatCodec.toBf16(-Float.MAX_VALUE))).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(FloatCodec.fromF16(FloatCodec.toF16(65520f))).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(FloatCodec.fromF16(FloatCodec.toF16(65519f))).isEqualTo(65504f);
    }
}
