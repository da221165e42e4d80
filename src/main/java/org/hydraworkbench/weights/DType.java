package org.hydraworkbench.weights;

import java.util.Arrays;
import java.util.Optional;

/** The element types of the safetensors format, little-endian on disk. */
public enum DType {
    BOOL(1),
    U8(1),
    I8(1),
    F8_E4M3(1),
    F8_E5M2(1),
    I16(2),
    U16(2),
    F16(2),
    BF16(2),
    I32(4),
    U32(4),
    F32(4),
    I64(8),
    U64(8),
    F64(8);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    /** The size of one element in bytes. */
    public int bytes() {
        return bytes;
    }

    /** The name in a safetensors header, for example {@code BF16}. */
    public String safetensorsName() {
        return name();
    }

    /** The name in a {@code config.json}, for example {@code bfloat16}; empty for types no model is stored in. */
    public Optional<String> configName() {
        return switch (this) {
            case F32 -> Optional.of("float32");
            case F16 -> Optional.of("float16");
            case BF16 -> Optional.of("bfloat16");
            default -> Optional.empty();
        };
    }

    /** The type of that name in a {@code config.json}. */
    public static Optional<DType> ofConfigName(String name) {
        return Arrays.stream(values()).filter(type -> type.configName().equals(Optional.of(name))).findFirst();
    }

    /** Whether {@link FloatCodec} converts this type from and to float32. */
    public boolean convertible() {
        return this == F32 || this == F16 || this == BF16;
    }

    /** The type of that name in a safetensors header, if the format knows it. */
    public static Optional<DType> ofSafetensorsName(String name) {
        return Arrays.stream(values()).filter(type -> type.safetensorsName().equals(name)).findFirst();
    }
}
