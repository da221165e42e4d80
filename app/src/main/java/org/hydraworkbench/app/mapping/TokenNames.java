package org.hydraworkbench.app.mapping;

import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.tokenizer.PieceStyle;
import org.hydraworkbench.tokenizer.Tokenizer;

/** How tokens are shown to a person: their characters, with ▁ where they begin a word, whatever the tokenizer's own spelling. */
public final class TokenNames {

    private static final int DELETE = 0x7F;
    private static final String WORD_START = "▁";

    private TokenNames() {}

    /** The name of a token. */
    public static String of(Tokenizer tokenizer, int id) {
        String piece = tokenizer.piece(id);
        if (tokenizer.isByte(id)) {
            return ofByte(tokenizer.bytes(id)[0]);
        }
        if (tokenizer.isSpecial(id) || tokenizer.style() == PieceStyle.WORDPIECE) {
            return piece;
        }
        String surface = tokenizer.surface(id);
        if (surface.isEmpty() || surface.indexOf('\uFFFD') >= 0) {
            return piece;
        }
        String visible = surface.replace("\n", "⏎").replace("\t", "⇥").replace(' ', '·');
        return tokenizer.startsWord(id) ? WORD_START + visible : visible;
    }

    /** What has to be said of a token beside its name: that it is one byte, as the tokenizer spells it; empty for others. */
    static String note(Tokenizer tokenizer, int id) {
        return tokenizer.isByte(id) ? Texts.format("mapping.byte", tokenizer.piece(id)) : "";
    }

    /** The character that a byte is by itself, or its number where it is a part of one, or none that can be seen. */
    private static String ofByte(byte value) {
        return value > ' ' && value < DELETE ? String.valueOf((char) value) : "byte %02X".formatted(value);
    }
}
