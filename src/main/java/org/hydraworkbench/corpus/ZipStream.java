package org.hydraworkbench.corpus;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The unpacked bytes of one file in a zip, compared at their end with what the zip says of them. Closing it closes the zip. */
final class ZipStream extends FilterInputStream {

    private final ZipFile zip;
    private final ZipEntry entry;
    private final CRC32 check = new CRC32();

    ZipStream(ZipFile zip, ZipEntry entry) throws IOException {
        super(zip.getInputStream(entry));
        this.zip = zip;
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count;
        try {
            count = in.read(into, offset, length);
        } catch (ZipException | EOFException e) {
            throw new IOException("it is damaged", e);
        }
        if (count > 0) {
            check.update(into, offset, count);
        } else if (count < 0 && check.getValue() != entry.getCrc()) {
            throw new IOException("it is damaged");
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            super.close();
        }
    }
}
