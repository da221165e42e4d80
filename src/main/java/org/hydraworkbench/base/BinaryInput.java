package org.hydraworkbench.base;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads what {@link BinaryOutput} wrote. A length is believed only if so much is left in the file, so a damaged file ends in a
 * sentence, never in an exhausted memory.
 */
public final class BinaryInput {

    /** What reads the file after its head; {@link #read} then asks that nothing is left. */
    @FunctionalInterface
    public interface Content<T> {
        T readFrom(BinaryInput in) throws IOException, HydraException;
    }

    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long unread;

    private BinaryInput(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.unread = channel.size();
    }

    /**
     * Reads a whole file.
     *
     * @throws InputException when it is missing, of another kind or version, cut off or longer than it should be
     */
    public static <T> T read(Path file, String magic, int version, Content<T> content) throws HydraException {
        try (FileChannel channel = FileChannel.open(file)) {
            BinaryInput in = new BinaryInput(file, channel);
            in.readHead(magic, version);
            T result = content.readFrom(in);
            if (in.left() != 0) {
                throw in.damaged("is longer than its content");
            }
            return result;
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read", e);
        }
    }

    /** The error to throw where the content makes no sense. */
    public InputException damaged(String how) {
        return InputException.in(file, "the file is damaged: it " + how + "; make it again");
    }

    public int getInt() throws IOException, HydraException {
        return filled(Integer.BYTES).getInt();
    }

    public long getLong() throws IOException, HydraException {
        return filled(Long.BYTES).getLong();
    }

    public double getDouble() throws IOException, HydraException {
        return filled(Double.BYTES).getDouble();
    }

    public int[] getInts() throws IOException, HydraException {
        int[] values = new int[length(Integer.BYTES)];
        for (int k = 0; k < values.length; k++) {
            values[k] = filled(Integer.BYTES).getInt();
        }
        return values;
    }

    public long[] getLongs() throws IOException, HydraException {
        long[] values = new long[length(Long.BYTES)];
        for (int k = 0; k < values.length; k++) {
            values[k] = filled(Long.BYTES).getLong();
        }
        return values;
    }

    public float[] getFloats() throws IOException, HydraException {
        float[] values = new float[length(Float.BYTES)];
        for (int k = 0; k < values.length; k++) {
            values[k] = filled(Float.BYTES).getFloat();
        }
        return values;
    }

    public double[] getDoubles() throws IOException, HydraException {
        double[] values = new double[length(Double.BYTES)];
        for (int k = 0; k < values.length; k++) {
            values[k] = filled(Double.BYTES).getDouble();
        }
        return values;
    }

    public String getString() throws IOException, HydraException {
        return new String(bytes(length(1)), StandardCharsets.UTF_8);
    }

    /** Reads a count of things that take at least {@code leastBytes} each. */
    public int length(int leastBytes) throws IOException, HydraException {
        int n = getInt();
        if (n < 0 || (long) n * leastBytes > left()) {
            throw damaged("ends too early");
        }
        return n;
    }

    private void readHead(String magic, int version) throws IOException, HydraException {
        if (left() < BinaryOutput.MAGIC_LENGTH + Integer.BYTES
                || !new String(bytes(BinaryOutput.MAGIC_LENGTH), StandardCharsets.US_ASCII).equals(magic)) {
            throw InputException.in(file, "this is not a file of the expected kind (" + magic.strip() + ")");
        }
        int found = getInt();
        if (found != version) {
            throw InputException.in(
                    file, "the file has format version " + found + ", this program reads version " + version);
        }
    }

    private byte[] bytes(int n) throws IOException, HydraException {
        byte[] bytes = new byte[n];
        for (int from = 0; from < n; ) {
            ByteBuffer some = filled(1);
            int take = Math.min(some.remaining(), n - from);
            some.get(bytes, from, take);
            from += take;
        }
        return bytes;
    }

    private long left() {
        return unread + buffer.remaining();
    }

    private ByteBuffer filled(int bytes) throws IOException, HydraException {
        if (buffer.remaining() >= bytes) {
            return buffer;
        }
        if (left() < bytes) {
            throw damaged("ends too early");
        }
        buffer.compact();
        while (buffer.position() < bytes) {
            int n = channel.read(buffer);
            if (n < 0) {
                throw damaged("ends too early");
            }
            unread -= n;
        }
        buffer.flip();
        return buffer;
    }
}
