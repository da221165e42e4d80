package org.hydraworkbench.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Conversions between float32 and the bits of bfloat16 and IEEE 754 binary16, rounding to the nearest value and to the even
 * one of two equally near. Infinities keep their sign, NaN stays NaN (made quiet), values too large become infinite.
 */
public final class FloatCodec {

    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private FloatCodec() {}

    /** The bfloat16 bits nearest to {@code value}. */
    public static short toBf16(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) ((bits >>> 16) | 0x40);
        }
        int tieToEven = (bits >>> 16) & 1;
        return (short) ((bits + 0x7fff + tieToEven) >>> 16);
    }

    /** The value of bfloat16 bits, exactly. */
    public static float fromBf16(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }

    /** The binary16 bits nearest to {@code value}. */
    public static short toF16(float value) {
        return Float.floatToFloat16(value);
    }

    /** The value of binary16 bits, exactly. */
    public static float fromF16(short bits) {
        return Float.float16ToFloat(bits);
    }

    /**
     * Reads {@code count} elements of type {@code dtype} from {@code segment}, beginning with element {@code first}, into
     * {@code into} from index {@code at}.
     *
     * @throws IllegalArgumentException when {@code dtype} is not {@linkplain DType#convertible() convertible}
     */
    public static void decode(DType dtype, MemorySegment segment, long first, float[] into, int at, int count) {
        switch (dtype) {
            case F32 -> MemorySegment.copy(segment, FLOAT, first * Float.BYTES, into, at, count);
            case BF16 -> {
                for (int i = 0; i < count; i++) {
                    into[at + i] = fromBf16(segment.get(SHORT, (first + i) * Short.BYTES));
                }
            }
            case F16 -> {
                for (int i = 0; i < count; i++) {
                    into[at + i] = fromF16(segment.get(SHORT, (first + i) * Short.BYTES));
                }
            }
            default -> throw notConvertible(dtype);
        }
    }

    /**
     * Writes {@code count} values of {@code from}, beginning at index {@code at}, as elements of type {@code dtype} into
     * {@code segment}, beginning with element {@code first}.
     *
     * @throws IllegalArgumentException when {@code dtype} is not {@linkplain DType#convertible() convertible}
     */
    public static void encode(DType dtype, float[] from, int at, int count, MemorySegment segment, long first) {
        switch (dtype) {
            case F32 -> MemorySegment.copy(from, at, segment, FLOAT, first * Float.BYTES, count);
            case BF16 -> {
                for (int i = 0; i < count; i++) {
                    segment.set(SHORT, (first + i) * Short.BYTES, toBf16(from[at + i]));
                }
            }
            case F16 -> {
                for (int i = 0; i < count; i++) {
                    segment.set(SHORT, (first + i) * Short.BYTES, toF16(from[at + i]));
                }
            }
            default -> throw notConvertible(dtype);
        }
    }

    /** How many of the values are finite, but infinite as elements of type {@code dtype}. */
    public static long tooLarge(DType dtype, float[] from, int at, int count) {
        // Halfway between the largest number and what would follow it, the even one of two equally near is the infinite one.
        float limit = dtype == DType.F16 ? 65520f : dtype == DType.BF16 ? 0x1.FFp127f : Float.POSITIVE_INFINITY;
        long found = 0;
        for (int i = at; i < at + count; i++) {
            float size = Math.abs(from[i]);
            if (size >= limit && size < Float.POSITIVE_INFINITY) {
                found++;
            }
        }
        return found;
    }

    private static IllegalArgumentException notConvertible(DType dtype) {
        return new IllegalArgumentException(dtype + " is not converted to or from float32");
    }
}
