package org.hydraworkbench.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text of another encoding as UTF-8. Bytes that mean nothing in their encoding come out as {@value #WRONG}, which no UTF-8 has, so that
 * who reads the lines finds in which they are.
 */
final class RecodedStream extends InputStream {

    static final int WRONG = 0xFF;
    private static final int CHUNK = 1 << 13;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();
    private final CharBuffer characters = CharBuffer.allocate(CHUNK);
    private ByteBuffer ready = ByteBuffer.allocate(0);
    private boolean inEnded;
    private boolean ended;
    private char half; // a high surrogate that waits for its other half; 0 when none does

    RecodedStream(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (!ready.hasRemaining() && !ended) {
            decode();
        }
        if (!ready.hasRemaining()) {
            return length == 0 ? 0 : -1;
        }
        int n = Math.min(length, ready.remaining());
        ready.get(into, offset, n);
        return n;
    }

    private void decode() throws IOException {
        fill();
        characters.clear();
        if (half != 0) {
            characters.put(half);
            half = 0;
        }
        CoderResult result = decoder.decode(bytes, characters, inEnded);
        if (result.isError()) {
            bytes.position(bytes.position() + result.length());
        } else if (result.isUnderflow() && inEnded) {
            decoder.flush(characters);
            ended = true;
        }
        characters.flip();
        keepHalf();
        ByteBuffer text = StandardCharsets.UTF_8.encode(characters);
        if (result.isError()) {
            ready = ByteBuffer.allocate(text.remaining() + 1).put(text).put((byte) WRONG).flip();
        } else {
            ready = text;
        }
    }

    private void fill() throws IOException {
        if (!inEnded) {
            bytes.compact();
            int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
            inEnded = n < 0;
            bytes.position(bytes.position() + Math.max(n, 0)).flip();
        }
    }

    private void keepHalf() {
        int last = characters.limit() - 1;
        if (!ended && last >= 0 && Character.isHighSurrogate(characters.get(last))) {
            half = characters.get(last);
            characters.limit(last);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
