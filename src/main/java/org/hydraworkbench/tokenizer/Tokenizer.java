package org.hydraworkbench.tokenizer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.StateException;

/**
 * A trained tokenizer: any {@code tokenizer.json} of the Hugging Face form, or what older folders have instead. Encoding is done by the tokenizers library itself,
 * so ids are those that transformers gives; no text is cut short and no special token is added. A special token that a person's
 * text spells out stays text (as with {@code split_special_tokens} there), since a text about {@code </s>} is to be read and not obeyed; only
 * markup means the token itself. Safe for use by several threads. Closing it waits for calls that are under way;
 * encoding and decoding after that is refused with a {@link StateException}.
 */
public final class Tokenizer implements AutoCloseable {

    private final TokenizerSource source;
    private final Path folder;
    private final String hash;
    private final TokenizerJson json;
    private final PieceStyle style;
    private final SpecialTokens roles;
    private final BitSet special;
    /** Added tokens that are called special or play a role; a role of an ordinary piece makes no control token of it. */
    private final BitSet control;
    private final NativeTokenizer encoder;
    private final RenamedTokens renamed;

    private Tokenizer(TokenizerSource source, String hash, TokenizerJson json, SpecialTokens roles, NativeTokenizer encoder) {
        this.source = source;
        Path parent = source.file().toAbsolutePath().getParent();
        this.folder = parent == null ? Path.of("") : parent;
        this.hash = hash;
        this.json = json;
        this.style = json.style();
        this.roles = roles;
        this.special = (BitSet) json.special.clone();
        roles.ids().forEach(special::set);
        this.control = (BitSet) special.clone();
        control.and(json.added);
        this.encoder = encoder;
        this.renamed = new RenamedTokens(source, hash, json, control);
    }

    /**
     * Loads a tokenizer.
     *
     * @param path a folder with a {@code tokenizer.json}, else a {@code tokenizer.model} or {@code vocab.json} and {@code merges.txt}; or that
     *     file
     * @throws InputException when it is missing or malformed
     */
    public static Tokenizer load(Path path) throws HydraException {
        TokenizerSource source = TokenizerFolder.source(path);
        byte[] text = source.json();
        TokenizerJson json = TokenizerJson.read(source.file(), text);
        SpecialTokens roles =
                SpecialTokens.read(source.file().resolveSibling(""), source.roles(), json.ids::getInt, json.size(), json.unknown());
        return new Tokenizer(source, TokenizerFolder.hash(text), json, roles, NativeTokenizer.load(source.file(), text));
    }

    /**
     * Of which tokens its tokens were merged; read from its file each time.
     *
     * @throws InputException when it does not merge, or its file is gone
     */
    public Merges merges() throws InputException {
        return Merges.read(source, json);
    }

    /** The folder that it was loaded from. */
    public Path folder() {
        return folder;
    }

    /** What it was loaded from. */
    TokenizerSource source() {
        return source;
    }

    /** SHA-256 of the {@code tokenizer.json}, there or made. */
    public String hash() {
        return hash;
    }

    /** Size of the vocabulary: the largest id, added tokens included, plus one. */
    public int size() {
        return json.size();
    }

    /** The roles of special tokens. */
    public SpecialTokens special() {
        return roles;
    }

    /** How the pieces show where words begin. */
    public PieceStyle style() {
        return style;
    }

    /** The piece as the file spells it, marker included; empty for an id that the file leaves out. */
    public String piece(int id) {
        return json.piece(id);
    }

    /** The id of a piece spelt as in the file. */
    public OptionalInt id(String piece) {
        int id = json.ids.getInt(piece);
        return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** Whether the token plays a role or the file calls it special. */
    public boolean isSpecial(int id) {
        return special.get(id);
    }

    /** Whether the piece is one byte of byte fallback, {@code <0xNN>}. */
    public boolean isByte(int id) {
        return json.byteFallback() && !special.get(id) && ByteAlphabet.fallbackValue(piece(id)) >= 0;
    }

    /** Whether the piece carries a word-start marker; for word pieces, whether it lacks the mark of going on. */
    public boolean startsWord(int id) {
        if (json.added.get(id)) {
            return false;
        }
        return switch (style) {
            case SENTENCEPIECE, BYTE_LEVEL -> piece(id).startsWith(style.marker());
            case WORDPIECE -> !piece(id).startsWith(style.continuation());
            case PLAIN -> false;
        };
    }

    /** The bytes that the piece stands for, without the marker; the name's bytes for a special or added token. */
    public byte[] bytes(int id) {
        String piece = piece(id);
        if (json.added.get(id)) {
            return piece.getBytes(StandardCharsets.UTF_8);
        }
        if (isByte(id)) {
            return new byte[] {(byte) ByteAlphabet.fallbackValue(piece)};
        }
        return switch (style) {
            case BYTE_LEVEL -> ByteAlphabet.bytes(startsWord(id) ? piece.substring(1) : piece);
            case SENTENCEPIECE ->
                (startsWord(id) ? piece.substring(1) : piece).replace('▁', ' ').getBytes(StandardCharsets.UTF_8);
            case WORDPIECE ->
                (startsWord(id) ? piece : piece.substring(2)).getBytes(StandardCharsets.UTF_8);
            case PLAIN -> piece.getBytes(StandardCharsets.UTF_8);
        };
    }

    /** The text that the piece stands for, without the marker; U+FFFD for bytes that are no whole character. */
    public String surface(int id) {
        return new String(bytes(id), StandardCharsets.UTF_8);
    }

    /** The tokens of a person's text with their places in it. */
    public Encoding encode(String text) throws StateException {
        String clean = wellFormed(text);
        NativeTokenizer.Raw raw = encoder.encode(clean);
        boolean ordinary = controls(raw.ids(), clean) == 0;
        return TokenSpans.settle(
                this, clean.codePoints().toArray(), ordinary ? raw : renamed.encoder().encode(clean));
    }

    /** The token ids of a person's text. */
    public int[] encodeIds(String text) throws StateException {
        return asText(wellFormed(text), encoder.encodeIds(wellFormed(text)));
    }

    /** The token ids of many persons' texts; the work is spread over all processors. */
    public int[][] encodeIds(List<String> texts) throws StateException {
        int[][] ids = encodeMarkup(texts);
        for (int i = 0; i < ids.length; i++) {
            ids[i] = asText(wellFormed(texts.get(i)), ids[i]);
        }
        return ids;
    }

    /** As {@link #encodeIds(List)}, but a special token that is spelt out becomes that token, as it does in transformers by default. */
    public int[][] encodeMarkup(List<String> texts) throws StateException {
        String[] clean = new String[texts.size()];
        for (int i = 0; i < clean.length; i++) {
            clean[i] = wellFormed(texts.get(i));
        }
        return encoder.encodeIds(clean);
    }

    /** The token ids of a text made of several, encoded in one piece: special tokens come from markup alone. */
    public int[] encodeParts(List<TextPart> parts) throws StateException {
        String text = wellFormed(join(parts, TextPart::text));
        int[] ids = encoder.encodeIds(text);
        int controls = controls(ids, text);
        for (TextPart part : parts) {
            if (part.markup() && controls > 0) {
                String markup = wellFormed(part.text());
                controls -= controls(encoder.encodeIds(markup), markup);
            }
        }
        if (controls == 0) {
            return ids;
        }
        return renamed.encoder().encodeIds(wellFormed(
                join(parts, part -> part.markup() ? renamed.rename(part.text()) : part.text())));
    }

    private static String join(List<TextPart> parts, Function<TextPart, String> text) {
        return parts.stream().map(text).collect(Collectors.joining());
    }

    private int[] asText(String clean, int[] ids) throws StateException {
        return controls(ids, clean) == 0 ? ids : renamed.encoder().encodeIds(clean);
    }

    /** How many control tokens a text spells. The unknown token also comes of what has no token, and then is not spelt. */
    private int controls(int[] ids, String text) {
        int unknown = roles.unk().orElse(-1);
        int count = 0;
        for (int id : ids) {
            if (control.get(id) && (id != unknown || text.contains(piece(id)))) {
                count++;
            }
        }
        return count;
    }

    /** The text of a sequence of ids, each from 0 to below {@link #size}. */
    public String decode(int[] ids, boolean skipSpecial) throws StateException {
        return encoder.decode(ids, skipSpecial);
    }

    /** Whether the piece is one or several word-start markers and nothing else. */
    boolean isMarkerOnly(int id) {
        return !style.marker().isEmpty() && !piece(id).isEmpty() && piece(id).replace(style.marker(), "").isEmpty();
    }

    /** Half a surrogate pair has no UTF-8 form; U+FFFD stands in for it, one code point for one. */
    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int[] points = text.codePoints()
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                        .toArray();
                return new String(points, 0, points.length);
            }
        }
        return text;
    }

    @Override
    public void close() {
        encoder.close();
        renamed.close();
    }
}
