package org.hydraworkbench.corpus;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.hydraworkbench.base.InputException;

/** An opened file: its bytes, unpacked when its content says that it is gzip, and how far along the file on disk they are. */
public final class InputFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int SNIFFED = 4096;

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
                boolean gzip = GzipStream.begins(peek(buffered, 2));
                BufferedInputStream content = gzip ? new BufferedInputStream(new GzipStream(buffered), BUFFER) : buffered;
                return new InputFile(path, Files.size(path), counter, content);
            } catch (IOException e) {
                counter.close();
                throw e;
            }
        } catch (IOException e) {
            throw InputException.in(path, "cannot be read", e);
        }
    }

    /** Opens a file in a zip at its first byte; its bytes are counted as they are unpacked. */
    static InputFile inZip(Path zip, String name) throws InputException {
        Path shown = zip.resolve(name.replaceAll("[^\\p{L}\\p{N}._/-]", "_")); // for messages
        try {
            ZipFile file = new ZipFile(zip.toFile());
            try {
                ZipEntry entry = file.getEntry(name);
                Counter counter = new Counter(new ZipStream(file, entry));
                return new InputFile(shown, entry.getSize(), counter, new BufferedInputStream(counter, BUFFER));
            } catch (IOException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw InputException.in(shown, "cannot be read", e);
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
            return peek(content, most);
        } catch (IOException e) {
            throw InputException.in(path, "cannot be read", e);
        }
    }

    private static byte[] peek(BufferedInputStream in, int most) throws IOException {
        in.mark(most);
        byte[] bytes = in.readNBytes(most);
        in.reset();
        return bytes;
    }

    /**
     * Makes sure that this is not what would be taken for UTF-8 by mistake.
     *
     * @throws InputException when it is text in UTF-16, with a byte order mark or without, or a zip
     */
    public void requireText() throws InputException {
        byte[] head = peek(SNIFFED);
        if (Utf16.isLikely(head)) {
            throw InputException.in(path, "this is text in UTF-16; save the file as UTF-8 and try again");
        }
        requireNoZip();
    }

    /** Makes sure that this is not a zip, which is no text in any encoding. */
    void requireNoZip() throws InputException {
        if (MosesZip.begins(peek(4))) {
            throw InputException.in(path, "this is a zip, not a text; unpack it and give the file in it");
        }
    }

    /** Bytes of the file on disk read so far; in a zip unpacked ones. */
    public long bytesRead() {
        return counter.read;
    }

    /** How many of these bytes there are. */
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
