package org.hydraworkbench.tokenizer;

import static org.hydraworkbench.tokenizer.CharacterClasses.NUMBER;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.text.Characters;

/**
 * Cuts lines of UTF-8 into the stretches that no piece may cross, and counts them. It does what {@link TokenizerFiles} tells
 * the tokenizers library to do by a regular expression: letters with their marks, numbers, and everything else part; one space
 * goes with what follows it; further spaces before it are a stretch of their own. In stretches a space is the byte 0x20, and
 * so is the {@code ▁} that the {@code sentencepiece} kind puts before a line.
 */
final class WordScanner {

    private static final int LOW_LINE = '▁';

    private final boolean marked;
    private final boolean nfc;
    private final boolean splitDigits;
    private final WordCounts counts = new WordCounts();
    private byte[] scratch = new byte[1 << 12];
    private long textBytes;

    WordScanner(TokenizerTrainer.Options options) {
        marked = options.kind() == TokenizerTrainer.Kind.SENTENCEPIECE;
        nfc = options.nfc();
        splitDigits = options.splitDigits();
    }

    WordCounts counts() {
        return counts;
    }

    /** Bytes of text seen, line ends not counted. */
    long textBytes() {
        return textBytes;
    }

    /** Counts the stretches of every line; overwrites the line ends of the block. */
    void scan(TextBlocks.Block block) throws InputException {
        byte[] bytes = block.bytes();
        boolean continues = block.continues();
        for (int start = TextBlocks.MARGIN; start < block.end(); ) {
            int lineEnd = start;
            boolean ascii = true;
            while (lineEnd < block.end() && bytes[lineEnd] != '\n') {
                ascii &= bytes[lineEnd] >= 0;
                lineEnd++;
            }
            int end = lineEnd > start && lineEnd < block.end() && bytes[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
            textBytes += end - start;
            if (ascii || isPlain(block, start, end)) {
                line(bytes, start, end, continues);
            } else {
                rewritten(bytes, start, end, continues);
            }
            continues = false;
            start = lineEnd + 1;
        }
    }

    /** Whether the line can be scanned as it is; checks its encoding on the way. */
    private boolean isPlain(TextBlocks.Block block, int start, int end) throws InputException {
        byte[] bytes = block.bytes();
        boolean plain = true;
        for (int i = start; i < end; ) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            int length = Utf8.validLength(bytes, i, end);
            if (length == 0) {
                throw notUtf8(block, i);
            }
            int c = Utf8.decode(bytes, i);
            plain &= !(nfc && CharacterClasses.isUnstable(c)) && !(marked && c == LOW_LINE);
            i += length;
        }
        return plain;
    }

    private static InputException notUtf8(TextBlocks.Block block, int at) {
        Path file = block.file();
        if (file == null) {
            return new InputException("The text is not valid Unicode.");
        }
        // Lines are not counted while scanning; a second reading finds the line and names it.
        try (TextLines lines = TextLines.open(file)) {
            while (lines.next() != null) {}
        } catch (HydraException e) {
            return new InputException(e.getMessage(), e);
        }
        return InputException.in(
                file,
                "is not UTF-8 at byte " + (block.offset() + at - TextBlocks.MARGIN) + "; save it as UTF-8 and try again");
    }

    private void rewritten(byte[] bytes, int start, int end, boolean continues) {
        String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        String normal = nfc ? Characters.nfc(line) : line;
        byte[] encoded = (marked ? normal.replace('▁', ' ') : normal).getBytes(StandardCharsets.UTF_8);
        int margin = TextBlocks.MARGIN;
        if (encoded.length + 2 * margin > scratch.length) {
            scratch = new byte[encoded.length * 2 + 2 * margin];
        }
        System.arraycopy(encoded, 0, scratch, margin, encoded.length);
        line(scratch, margin, margin + encoded.length, continues);
    }

    private void line(byte[] bytes, int start, int end, boolean continues) {
        if (start == end) {
            return;
        }
        int i = start;
        if (marked && !continues) {
            bytes[--i] = ' ';
        }
        while (i < end) {
            int from = i;
            if (bytes[i] == ' ') {
                int next = i + 1;
                while (next < end && bytes[next] == ' ') {
                    next++;
                }
                if (next - i > 1) {
                    counts.add(bytes, i, next - 1, 1);
                    from = next - 1;
                }
                i = next;
            }
            i = i < end ? stretchEnd(bytes, i, end) : end;
            counts.add(bytes, from, i, 1);
        }
    }

    /** The end of the run of characters of one class that begins at {@code i}, which is no space. */
    private int stretchEnd(byte[] bytes, int i, int end) {
        int kind = bytes[i] >= 0 ? CharacterClasses.ofAscii(bytes[i]) : CharacterClasses.of(Utf8.decode(bytes, i));
        int at = i + Utf8.length(bytes[i]);
        if (kind == NUMBER && splitDigits) {
            return at;
        }
        while (at < end) {
            byte b = bytes[at];
            if (b >= 0) {
                if (CharacterClasses.ofAscii(b) != kind) {
                    return at;
                }
                at++;
            } else {
                if (CharacterClasses.of(Utf8.decode(bytes, at)) != kind) {
                    return at;
                }
                at += Utf8.length(b);
            }
        }
        return at;
    }
}
