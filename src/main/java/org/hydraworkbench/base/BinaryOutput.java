package org.hydraworkbench.base;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes one of our own binary files: an eight-letter magic word, a version, then whatever the owner of the format writes, all
 * little-endian, arrays and texts with their length in front. Counterpart of {@link BinaryInput}.
 */
public final class BinaryOutput {

    /** What fills the file after its head. */
    @FunctionalInterface
    public interface Content {
        void writeTo(BinaryOutput out) throws IOException, HydraException;
    }

    static final int MAGIC_LENGTH = 8;
    private static final int CHUNK = 1 << 16;

    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);

    private BinaryOutput(OutputStream out) {
        this.out = out;
    }

    /** Writes a whole file, or leaves the old one. */
    public static void write(Path file, String magic, int version, Content content) throws HydraException {
        byte[] word = magic.getBytes(StandardCharsets.US_ASCII);
        if (word.length != MAGIC_LENGTH) {
            throw new IllegalArgumentException("a magic word has " + MAGIC_LENGTH + " letters: " + magic);
        }
        AtomicFiles.write(file, stream -> {
            BinaryOutput out = new BinaryOutput(stream);
            out.put(word);
            out.putInt(version);
            content.writeTo(out);
            out.flush();
        });
    }

    public void putInt(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    public void putLong(long value) throws IOException {
        room(Long.BYTES).putLong(value);
    }

    public void putDouble(double value) throws IOException {
        room(Double.BYTES).putDouble(value);
    }

    public void putInts(int[] values) throws IOException {
        putInt(values.length);
        for (int value : values) {
            room(Integer.BYTES).putInt(value);
        }
    }

    public void putLongs(long[] values) throws IOException {
        putInt(values.length);
        for (long value : values) {
            room(Long.BYTES).putLong(value);
        }
    }

    public void putFloats(float[] values) throws IOException {
        putInt(values.length);
        for (float value : values) {
            room(Float.BYTES).putFloat(value);
        }
    }

    public void putDoubles(double[] values) throws IOException {
        putInt(values.length);
        for (double value : values) {
            room(Double.BYTES).putDouble(value);
        }
    }

    public void putString(String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        putInt(bytes.length);
        put(bytes);
    }

    private void put(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; ) {
            ByteBuffer free = room(1);
            int n = Math.min(free.remaining(), bytes.length - from);
            free.put(bytes, from, n);
            from += n;
        }
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
