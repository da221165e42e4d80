package org.hydraworkbench.tokenizer;

/** UTF-8 without strings (RFC 3629). */
final class Utf8 {

    private Utf8() {}

    /** Length of the character that begins with a byte, 1 to 4, in valid UTF-8. */
    static int length(byte first) {
        return first >= 0 ? 1 : (first & 0xE0) == 0xC0 ? 2 : (first & 0xF0) == 0xE0 ? 3 : 4;
    }

    /** The character at a position of valid UTF-8. */
    static int decode(byte[] bytes, int i) {
        int first = bytes[i];
        return switch (length((byte) first)) {
            case 1 -> first;
            case 2 -> (first & 0x1F) << 6 | bytes[i + 1] & 0x3F;
            case 3 -> (first & 0x0F) << 12 | (bytes[i + 1] & 0x3F) << 6 | bytes[i + 2] & 0x3F;
            default -> (first & 0x07) << 18 | (bytes[i + 1] & 0x3F) << 12 | (bytes[i + 2] & 0x3F) << 6 | bytes[i + 3] & 0x3F;
        };
    }

    /** Length of the valid character at {@code i} that ends by {@code end}; 0 when there is none. */
    static int validLength(byte[] bytes, int i, int end) {
        int first = bytes[i] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = length(bytes[i]);
        if (first < 0xC2 || first > 0xF4 || i + length > end) {
            return 0;
        }
        for (int k = 1; k < length; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int c = decode(bytes, i);
        boolean tooLong = length == 3 && c < 0x800 || length == 4 && c < 0x10000;
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return tooLong || surrogate || c > Character.MAX_CODE_POINT ? 0 : length;
    }
}
