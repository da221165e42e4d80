package org.hydraworkbench.tokenizer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.BitSet;
import java.util.Deque;

/**
 * The character map of a {@code Precompiled} normaliser, as SentencePiece writes it: the size in bytes of a trie, the trie, then
 * texts that end with 0. The trie is a double array (Yata, Darts-clone): units of 32 bits with a label, an offset to the
 * children and a leaf whose value is the place of a text. The library that reads it follows it wherever it leads, out of its
 * bounds too; here it is walked once, whole.
 */
final class PrecompiledMap {

    private final IntBuffer units;
    private final byte[] texts;

    private PrecompiledMap(IntBuffer units, byte[] texts) {
        this.units = units;
        this.texts = texts;
    }

    /** Whether every text can be normalised with it. */
    static boolean isSound(String base64) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
            if (bytes.remaining() < Integer.BYTES) {
                return false;
            }
            int size = bytes.getInt();
            if (size < Integer.BYTES || size % Integer.BYTES != 0 || size > bytes.remaining()) {
                return false;
            }
            IntBuffer units = bytes.slice(Integer.BYTES, size).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
            bytes.position(Integer.BYTES + size);
            byte[] texts = new byte[bytes.remaining()];
            bytes.get(texts);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(texts));
            return new PrecompiledMap(units, texts).isWhole();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return false;
        }
    }

    private boolean isWhole() {
        BitSet seen = new BitSet();
        Deque<Integer> nodes = new ArrayDeque<>();
        nodes.push(offset(units.get(0)));
        while (!nodes.isEmpty()) {
            int node = nodes.pop();
            for (int label = 1; label < 256; label++) {
                int child = node ^ label;
                if (child >= units.limit()) {
                    return false;
                }
                int unit = units.get(child);
                if ((unit & 0x8000_00FF) == label) {
                    int below = child ^ offset(unit);
                    boolean leaf = (unit >>> 8 & 1) == 1;
                    if (below >= units.limit() || leaf && !isText(units.get(below) & 0x7FFF_FFFF)) {
                        return false;
                    }
                    if (!seen.get(below)) {
                        seen.set(below);
                        nodes.push(below);
                    }
                }
            }
        }
        return true;
    }

    private static int offset(int unit) {
        return unit >>> 10 << ((unit & 0x200) >>> 6);
    }

    /** Whether a text can begin there: not behind the end, and not inside a character. */
    private boolean isText(int at) {
        return at <= texts.length && (at == texts.length || (texts[at] & 0xC0) != 0x80);
    }
}
