package org.hydraworkbench.tokenizer.sentencepiece;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.hydraworkbench.base.InputException;

/**
 * What a {@code tokenizer.model} says, with the field numbers of {@code sentencepiece_model.proto}.
 *
 * @param kind how texts are cut
 * @param pieces by id
 * @param byteFallback whether characters that no piece has are spelt in bytes
 * @param unk the id that stands for what cannot be written otherwise
 * @param bos the id that begins a text, where there is one
 * @param eos the id that ends a text, where there is one
 * @param pad the filler's id, where there is one
 * @param normalizer what is done to a text first
 */
public record SentencePieceModel(
        Kind kind,
        List<Piece> pieces,
        boolean byteFallback,
        int unk,
        OptionalInt bos,
        OptionalInt eos,
        OptionalInt pad,
        Normalizer normalizer) {

    /** Those of the largest models that are known are a fiftieth of it. */
    private static final long MOST_BYTES = 1L << 28;
    /** A line of a vocabulary of tiktoken: the bytes of a token in base64, and its rank. */
    private static final Pattern TIKTOKEN = Pattern.compile("[A-Za-z0-9+/]+={0,2} \\d+\\R");

    /** How texts are cut. */
    public enum Kind {
        /** Into the likeliest pieces (Kudo 2018). */
        UNIGRAM,
        /** By merging pairs (Sennrich et al. 2016). */
        BPE
    }

    /** What a piece is. */
    public enum Type {
        NORMAL,
        /** What cannot be written otherwise. */
        UNKNOWN,
        /** Never found in a text: begins or ends one. */
        CONTROL,
        /** Always cut out whole. */
        USER_DEFINED,
        /** One byte. */
        BYTE
    }

    /**
     * A piece.
     *
     * @param score of a unigram model the logarithm of its probability; of others the higher, the earlier it is merged
     */
    public record Piece(String text, float score, Type type) {}

    /**
     * What is done to a text first.
     *
     * @param characterMap as {@code Precompiled} of the tokenizers library takes it; empty for none
     * @param dummyPrefix whether a space is put before it
     * @param lessSpace whether spaces at its ends go, and several become one
     */
    public record Normalizer(byte[] characterMap, boolean dummyPrefix, boolean lessSpace) {}

    public SentencePieceModel {
        pieces = List.copyOf(pieces);
    }

    /**
     * Reads a file.
     *
     * @throws InputException when it is damaged or of another format, or does what is not done here
     */
    public static SentencePieceModel read(Path file) throws InputException {
        byte[] bytes;
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw InputException.in(file, "is too large for a model of SentencePiece");
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read", e);
        }
        String beginning = new String(bytes, 0, Math.min(bytes.length, 256), StandardCharsets.ISO_8859_1);
        if (TIKTOKEN.matcher(beginning).lookingAt()) {
            throw InputException.in(file, "is a vocabulary of tiktoken, which is not read here; take a model folder with a tokenizer.json");
        }
        try {
            return new Parser().model(ByteBuffer.wrap(bytes));
        } catch (IllegalArgumentException | ArithmeticException | InputException e) {
            throw InputException.in(file, "is no model of SentencePiece that can be used", e);
        } catch (BufferUnderflowException e) {
            throw new InputException(file + ": is no model of SentencePiece that can be used (it is cut short)", e);
        }
    }

    /** The fields as they are found; what is not there has the format's default. */
    private static final class Parser {

        private final List<Piece> pieces = new ArrayList<>();
        private int kind = 1;
        private boolean byteFallback;
        private boolean spaceBehind;
        private int unk;
        private int bos = 1;
        private int eos = 2;
        private int pad = -1;
        private byte[] characterMap = new byte[0];
        private boolean dummyPrefix = true;
        private boolean lessSpace = true;
        private boolean escaped = true;

        SentencePieceModel model(ByteBuffer bytes) throws InputException {
            WireReader reader = new WireReader(bytes);
            while (reader.next()) {
                switch (reader.field()) {
                    case 1 -> pieces.add(piece(reader.content()));
                    case 2 -> trainer(reader.content());
                    case 3 -> normalizer(reader.content());
                    default -> reader.skip();
                }
            }
            check();
            return new SentencePieceModel(
                    kind == 1 ? Kind.UNIGRAM : Kind.BPE,
                    pieces,
                    byteFallback,
                    unk,
                    id(bos),
                    id(eos),
                    id(pad),
                    new Normalizer(characterMap, dummyPrefix, lessSpace));
        }

        private OptionalInt id(int id) {
            return id >= 0 && id < pieces.size() ? OptionalInt.of(id) : OptionalInt.empty();
        }

        private void check() throws InputException {
            if (pieces.isEmpty()) {
                throw new InputException("it has no pieces");
            }
            if (kind != 1 && kind != 2) {
                throw new InputException("it cuts texts into words or characters (model_type " + kind + ")");
            }
            if (unk < 0 || unk >= pieces.size() || pieces.get(unk).type() != Type.UNKNOWN) {
                throw new InputException("it has no piece for what is unknown");
            }
            if (spaceBehind || !escaped) {
                throw new InputException("it marks spaces in another way than by ▁ before words");
            }
        }

        private static Piece piece(ByteBuffer bytes) throws InputException {
            WireReader reader = new WireReader(bytes);
            String text = "";
            float score = 0;
            int type = 1;
            while (reader.next()) {
                switch (reader.field()) {
                    case 1 -> text = reader.text();
                    case 2 -> score = reader.float32();
                    case 3 -> type = reader.integer();
                    default -> reader.skip();
                }
            }
            if (text.isEmpty() || !Float.isFinite(score)) {
                throw new InputException("the piece \"" + text + "\" has the score " + score);
            }
            return new Piece(text, score, type(text, type));
        }

        private static Type type(String text, int number) throws InputException {
            return switch (number) {
                case 1 -> Type.NORMAL;
                case 2 -> Type.UNKNOWN;
                case 3 -> Type.CONTROL;
                case 4 -> Type.USER_DEFINED;
                case 6 -> Type.BYTE;
                default -> throw new InputException("the piece \"" + text + "\" is switched off or of an unknown type (" + number + ")");
            };
        }

        private void trainer(ByteBuffer bytes) {
            WireReader reader = new WireReader(bytes);
            while (reader.next()) {
                switch (reader.field()) {
                    case 3 -> kind = reader.integer();
                    case 24 -> spaceBehind = reader.flag();
                    case 35 -> byteFallback = reader.flag();
                    case 40 -> unk = reader.integer();
                    case 41 -> bos = reader.integer();
                    case 42 -> eos = reader.integer();
                    case 43 -> pad = reader.integer();
                    default -> reader.skip();
                }
            }
        }

        private void normalizer(ByteBuffer bytes) {
            WireReader reader = new WireReader(bytes);
            while (reader.next()) {
                switch (reader.field()) {
                    case 2 -> {
                        ByteBuffer map = reader.content();
                        characterMap = new byte[map.remaining()];
                        map.get(characterMap);
                    }
                    case 3 -> dummyPrefix = reader.flag();
                    case 4 -> lessSpace = reader.flag();
                    case 5 -> escaped = reader.flag();
                    default -> reader.skip();
                }
            }
        }
    }
}
