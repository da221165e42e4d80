package org.hydraworkbench.tokenizer.sentencepiece;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a message of protocol buffers field by field, in the order in which they lie there (the encoding is described in the protocol buffers
 * documentation, "Encoding"). Whatever is not as it should be ends in an {@link IllegalArgumentException} or a
 * {@link java.nio.BufferUnderflowException}.
 */
final class WireReader {

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH = 2;
    private static final int FOUR_BYTES = 5;

    private final ByteBuffer bytes;
    private int field;
    private int type;

    WireReader(ByteBuffer bytes) {
        this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Goes to the next field, if there is one. The one before was read or skipped. */
    boolean next() {
        if (!bytes.hasRemaining()) {
            return false;
        }
        long tag = number();
        field = Math.toIntExact(tag >>> 3);
        type = (int) (tag & 7);
        if (field == 0) {
            throw new IllegalArgumentException("a field has the number 0");
        }
        return true;
    }

    /** The number of the field. */
    int field() {
        return field;
    }

    /** A whole number. */
    int integer() {
        require(VARINT);
        return (int) number();
    }

    boolean flag() {
        return integer() != 0;
    }

    float float32() {
        require(FOUR_BYTES);
        return bytes.getFloat();
    }

    /** The bytes of a text, of bytes or of a message. */
    ByteBuffer content() {
        require(LENGTH);
        return take(number());
    }

    String text() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(content()).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text is not UTF-8", e);
        }
    }

    void skip() {
        switch (type) {
            case VARINT -> number();
            case EIGHT_BYTES -> take(Long.BYTES);
            case LENGTH -> take(number());
            case FOUR_BYTES -> take(Integer.BYTES);
            default -> throw new IllegalArgumentException("a field has the unknown type " + type);
        }
    }

    private void require(int expected) {
        if (type != expected) {
            throw new IllegalArgumentException("the field " + field + " has the type " + type + " instead of " + expected);
        }
    }

    private ByteBuffer take(long size) {
        if (size < 0 || size > bytes.remaining()) {
            throw new IllegalArgumentException("a field ends after the end");
        }
        ByteBuffer taken = bytes.slice(bytes.position(), (int) size);
        bytes.position(bytes.position() + (int) size);
        return taken;
    }

    /** Seven bits a byte, the lowest first; the highest bit says that there is more. */
    private long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number has more than ten bytes");
    }
}
