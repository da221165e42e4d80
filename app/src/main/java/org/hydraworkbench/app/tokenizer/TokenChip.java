package org.hydraworkbench.app.tokenizer;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.text.Offsets;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.tokenizer.Encoding;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * One token of a sentence, as it is shown.
 *
 * @param id in the vocabulary
 * @param piece as the tokenizer spells it, marker included
 * @param shown the characters to read: the text it stands for, a middle dot for a space, hexadecimal for part of a character
 * @param bytes its bytes in hexadecimal, parted by spaces
 * @param word number of the word it belongs to, from 0; tokens of one word share a colour
 * @param kind what sort of token it is
 * @param written the part of the text that it stands for, or has a part of, with a space before it where there is one
 */
public record TokenChip(int id, String piece, String shown, String bytes, int word, Kind kind, String written) {

    /** Sorts of tokens that deserve to stand out. */
    public enum Kind {
        ORDINARY,
        /** One byte of a character that has no piece. */
        BYTE,
        /** What stands for text that cannot be written. */
        UNKNOWN,
        SPECIAL
    }

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
    private static final char BROKEN = '\uFFFD';

    /** The tokens of {@code text}, without special tokens. */
    public static List<TokenChip> of(Tokenizer tokenizer, String text) throws StateException {
        Encoding encoding = tokenizer.encode(text);
        List<TokenChip> chips = new ArrayList<>(encoding.size());
        Offsets offsets = Offsets.of(text);
        int word = -1;
        int end = -1;
        for (int i = 0; i < encoding.size(); i++) {
            int id = encoding.ids()[i];
            boolean apart = encoding.starts()[i] > end;
            if (word < 0 || apart || tokenizer.startsWord(id)) {
                word++;
            }
            end = Math.max(end, encoding.ends()[i]);
            String written = offsets.slice(new Span(encoding.starts()[i], encoding.ends()[i]));
            chips.add(of(tokenizer, id, word, apart ? " " + written : written));
        }
        return chips;
    }

    private static TokenChip of(Tokenizer tokenizer, int id, int word, String written) {
        byte[] bytes = tokenizer.bytes(id);
        String hex = HEX.formatHex(bytes);
        String surface = tokenizer.surface(id);
        String shown = surface.indexOf(BROKEN) >= 0 ? hex : visible(surface);
        return new TokenChip(id, tokenizer.piece(id), shown.isEmpty() ? "·" : shown, hex, word, kind(tokenizer, id), written);
    }

    private static String visible(String surface) {
        return surface.replace(' ', '·').replace("\n", "↵").replace("\t", "⇥");
    }

    private static Kind kind(Tokenizer tokenizer, int id) {
        if (tokenizer.special().unk().orElse(-1) == id) {
            return Kind.UNKNOWN;
        }
        if (tokenizer.isSpecial(id)) {
            return Kind.SPECIAL;
        }
        return tokenizer.isByte(id) ? Kind.BYTE : Kind.ORDINARY;
    }
}
