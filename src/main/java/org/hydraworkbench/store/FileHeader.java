package org.hydraworkbench.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.hydraworkbench.base.InputException;

/** Looks at the first bytes of a file, before SQLite touches it, to tell whether it is one of ours. */
final class FileHeader {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int APPLICATION_ID_AT = 68; // big-endian (SQLite's description of its file format, section 1.3)

    private FileHeader() {}

    static void check(Path file, Schema schema) throws InputException {
        byte[] header;
        try (InputStream in = Files.newInputStream(file)) {
            header = in.readNBytes(APPLICATION_ID_AT + Integer.BYTES);
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read", e);
        }
        boolean ours = header.length == APPLICATION_ID_AT + Integer.BYTES
                && Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                && ByteBuffer.wrap(header).getInt(APPLICATION_ID_AT) == schema.applicationId();
        if (!ours) {
            throw InputException.in(file, "is not a " + schema.kind());
        }
    }
}
