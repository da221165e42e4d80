package org.hydraworkbench.tokenizer;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.hydraworkbench.base.Gate;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.NativeLibraries;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.StateException;

/**
 * The Hugging Face tokenizers library through DJL. It neither truncates nor pads nor adds special tokens, whatever the file
 * says. Encodings are fetched from the native side field by field, because most callers need only the ids. Safe for several threads: closing waits for calls that are under way, and later ones are
 * refused, since the library itself would read freed memory.
 */
final class NativeTokenizer implements AutoCloseable {

    /** Ids, and for each token the first and one past the last code point of the text; absent spans are empty. */
    record Raw(int[] ids, int[] starts, int[] ends) {}

    private static final Map<String, String> OPTIONS =
            Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false");

    private final HuggingFaceTokenizer tokenizer;
    private final Gate gate = new Gate("The tokenizer");

    private NativeTokenizer(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** Loads a {@code tokenizer.json}; errors name {@code file}. */
    static NativeTokenizer load(Path file, byte[] tokenizerJson) throws InputException, ResourceException {
        requireLibrary();
        try {
            return new NativeTokenizer(HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(tokenizerJson), OPTIONS));
        } catch (IOException | RuntimeException e) {
            throw InputException.in(file, "is refused by the tokenizers library", e);
        }
    }

    /** Loads the library the first time. */
    private static void requireLibrary() throws ResourceException {
        NativeLibraries.ofDjl();
        try {
            LibUtils.checkStatus();
        } catch (EngineException | LinkageError e) {
            throw NativeLibraries.failure("The tokenizers library", e);
        }
    }

    int[] encodeIds(String text) throws StateException {
        gate.enter();
        try {
            TokenizersLibrary library = TokenizersLibrary.LIB;
            long encoding = library.encode(tokenizer.getHandle(), text, false);
            try {
                return ints(library.getTokenIds(encoding));
            } finally {
                library.deleteEncoding(encoding);
            }
        } finally {
            gate.leave();
        }
    }

    int[][] encodeIds(String[] texts) throws StateException {
        gate.enter();
        try {
            TokenizersLibrary library = TokenizersLibrary.LIB;
            long[] encodings = library.batchEncode(tokenizer.getHandle(), texts, false);
            try {
                int[][] ids = new int[encodings.length][];
                for (int i = 0; i < ids.length; i++) {
                    ids[i] = ints(library.getTokenIds(encodings[i]));
                }
                return ids;
            } finally {
                for (long encoding : encodings) {
                    library.deleteEncoding(encoding);
                }
            }
        } finally {
            gate.leave();
        }
    }

    Raw encode(String text) throws StateException {
        gate.enter();
        try {
            TokenizersLibrary library = TokenizersLibrary.LIB;
            long encoding = library.encode(tokenizer.getHandle(), text, false);
            try {
                return raw(library.getTokenIds(encoding), library.getTokenCharSpans(encoding));
            } finally {
                library.deleteEncoding(encoding);
            }
        } finally {
            gate.leave();
        }
    }

    private static Raw raw(long[] longIds, CharSpan[] spans) {
        int[] ids = ints(longIds);
        int[] starts = new int[ids.length];
        int[] ends = new int[ids.length];
        int last = 0;
        for (int i = 0; i < ids.length; i++) {
            CharSpan span = spans[i];
            starts[i] = span == null ? last : span.getStart();
            ends[i] = span == null ? last : span.getEnd();
            last = ends[i];
        }
        return new Raw(ids, starts, ends);
    }

    String decode(int[] ids, boolean skipSpecial) throws StateException {
        long[] longs = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            longs[i] = ids[i];
        }
        gate.enter();
        try {
            return TokenizersLibrary.LIB.decode(tokenizer.getHandle(), longs, skipSpecial);
        } finally {
            gate.leave();
        }
    }

    private static int[] ints(long[] longs) {
        int[] ints = new int[longs.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (int) longs[i];
        }
        return ints;
    }

    @Override
    public void close() {
        if (gate.shut()) {
            tokenizer.close();
        }
    }
}
