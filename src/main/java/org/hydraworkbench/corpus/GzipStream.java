package org.hydraworkbench.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952), members one behind the other as one text. What the JDK's own stream passes over in silence is an error here:
 * a damaged member behind the first, and anything else behind the last but the zeros that tapes are filled up with. Used by one thread.
 */
final class GzipStream extends InputStream {

    private static final int BUFFER = 1 << 16;
    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATED = 8;
    private static final int HEAD_CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] packed = new byte[BUFFER];
    private int from; // what is not used yet of the packed bytes
    private int to;
    private boolean inside;
    private boolean first = true;

    /** Takes a stream that begins with gzip's two bytes; closing this closes it. */
    GzipStream(InputStream in) {
        this.in = in;
    }

    static boolean begins(byte[] head) {
        return head.length >= 2 && (head[0] & 0xFF) == (MAGIC & 0xFF) && (head[1] & 0xFF) == MAGIC >> 8;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (inside || beginMember()) {
            int count = inflate(into, offset, length);
            if (count > 0) {
                check.update(into, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsInput()) {
                require(fill());
                inflater.setInput(packed, from, to - from);
                from = to;
            } else {
                throw damaged();
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            return inflater.inflate(into, offset, length);
        } catch (DataFormatException e) {
            IOException damaged = damaged();
            damaged.addSuppressed(e);
            throw damaged;
        }
    }

    /** Reads the head of the next member; false at the end. */
    private boolean beginMember() throws IOException {
        int next = next();
        if (!first && next == 0) {
            while (next == 0) {
                next = next();
            }
            if (next >= 0) {
                throw damaged();
            }
        }
        if (!first && next < 0) {
            return false;
        }
        require(next >= 0);
        if ((next | required() << Byte.SIZE) != MAGIC || required() != DEFLATED) {
            throw first ? damaged() : new IOException("it is damaged: behind a packed part stands something that is not gzip");
        }
        int flags = required();
        skip(6); // time, kind of compression, system
        if ((flags & EXTRA) != 0) {
            skip(required() | required() << Byte.SIZE);
        }
        skipText((flags & NAME) != 0);
        skipText((flags & COMMENT) != 0);
        skip((flags & HEAD_CHECK) == 0 ? 0 : 2);
        first = false;
        inside = true;
        inflater.reset();
        inflater.setInput(packed, from, to - from);
        from = to;
        check.reset();
        return true;
    }

    /** Compares a member with what its end says of it. */
    private void endMember() throws IOException {
        inside = false;
        from = to - inflater.getRemaining();
        long length = inflater.getBytesWritten() & 0xFFFFFFFFL;
        if (number() != check.getValue() || number() != length) {
            throw damaged();
        }
    }

    private static IOException damaged() {
        return new IOException("it is damaged");
    }

    private long number() throws IOException {
        long number = 0;
        for (int k = 0; k < Integer.SIZE; k += Byte.SIZE) {
            number |= (long) required() << k;
        }
        return number;
    }

    private void skip(int count) throws IOException {
        for (int k = 0; k < count; k++) {
            required();
        }
    }

    /** Passes over a text that a zero ends, if there is one. */
    private void skipText(boolean there) throws IOException {
        if (there) {
            while (required() != 0) {
                // its letters
            }
        }
    }

    private int required() throws IOException {
        int next = next();
        require(next >= 0);
        return next;
    }

    /** No {@code EOFException}, which readers of XML take for the end of a whole text. */
    private static void require(boolean more) throws IOException {
        if (!more) {
            throw new IOException("it is cut short");
        }
    }

    private int next() throws IOException {
        return from < to || fill() ? packed[from++] & 0xFF : -1;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(packed, 0, packed.length));
        return to > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
