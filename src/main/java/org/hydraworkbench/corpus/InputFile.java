package org.hydraworkbench.corpus;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.hydraworkbench.base.InputException;

/** An opened file: its bytes, unpacked when its content says that it is gzip, and how far along the file on disk they are. */
public final class InputFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final long total;
    private final Counter counter;
    private final BufferedInputStream content;

    private InputFile(Path path, long total, Counter counter, BufferedInputStream content) {
        this.path = path;
        this.total = total;
        this.counter = counter;
        this.content = content;
    }

    /** Opens a file at its first byte. */
    public static InputFile open(Path path) throws InputException {
        if (Files.isDirectory(path)) {
            throw InputException.in(path, "is a folder, not a file; give a file in it");
        }
        try {
            Counter counter = new Counter(Files.newInputStream(path));
            try {
                BufferedInputStream buffered = new BufferedInputStream(counter, BUFFER);
                buffered.mark(2);
                boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
                buffered.reset();
                BufferedInputStream content =
                        gzip ? new BufferedInputStream(new GZIPInputStream(buffered, BUFFER), BUFFER) : buffered;
                return new InputFile(path, Files.size(path), counter, content);
            } catch (IOException e) {
                counter.close();
                throw e;
            }
        } catch (IOException e) {
            throw InputException.in(path, "cannot be read", e);
        }
    }

    /** Bytes that come from elsewhere, for example standard input; never unpacked. The name stands in error messages. */
    static InputFile of(InputStream in, String name) {
        Counter counter = new Counter(in);
        return new InputFile(Path.of(name), 0, counter, new BufferedInputStream(counter, BUFFER));
    }

    public Path path() {
        return path;
    }

    /** The unpacked bytes; closed with this file. */
    public InputStream content() {
        return content;
    }

    /** The next bytes of {@link #content}, at most {@code most}, fewer only before the end; they are not read away. */
    byte[] peek(int most) throws InputException {
        try {
            content.mark(most);
            byte[] bytes = content.readNBytes(most);
            content.reset();
            return bytes;
        } catch (IOException e) {
            throw InputException.in(path, "cannot be read", e);
        }
    }

    /** Bytes of the file on disk read so far. */
    public long bytesRead() {
        return counter.read;
    }

    /** Bytes of the file on disk. */
    public long bytesTotal() {
        return total;
    }

    @Override
    public void close() throws InputException {
        try {
            content.close();
        } catch (IOException e) {
            throw InputException.in(path, "cannot be closed", e);
        }
    }

    private static final class Counter extends FilterInputStream {

        private volatile long read;

        Counter(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            if (b >= 0) {
                add(1);
            }
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = in.read(into, offset, length);
            if (n > 0) {
                add(n);
            }
            return n;
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads the file; others only look how far it is
        private void add(int n) {
            read += n;
        }
    }
}
