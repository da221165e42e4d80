package org.hydraworkbench.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output for bytes in large steps, which says when it is full or closed: {@link System#out} itself keeps silent. */
final class StandardOutput extends FilterOutputStream {

    /** For a person. */
    static final String REFUSED = "Standard output takes no more; its disk is full, or whoever read it has ended.";

    private static final int STEP = 1 << 16;

    private StandardOutput() {
        super(System.out);
    }

    static OutputStream open() {
        return new BufferedOutputStream(new StandardOutput(), STEP);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        out.write(bytes, from, count);
        if (System.out.checkError()) {
            throw new IOException(REFUSED);
        }
    }
}
