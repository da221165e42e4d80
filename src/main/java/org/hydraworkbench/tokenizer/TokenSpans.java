package org.hydraworkbench.tokenizer;

import org.hydraworkbench.text.Characters;

/**
 * Turns the spans that the tokenizers library reports into those that {@link Encoding} promises. The library counts the space
 * behind a marker as part of the word, gives a marker that the normaliser invented the character after it, and leaves out
 * combining characters that normalisation joined to the one before.
 */
final class TokenSpans {

    private TokenSpans() {}

    static Encoding settle(Tokenizer tokenizer, int[] text, NativeTokenizer.Raw raw) {
        int[] ids = raw.ids();
        int[] starts = raw.starts().clone();
        int[] ends = raw.ends().clone();
        for (int i = 0; i < ids.length; i++) {
            if (tokenizer.isMarkerOnly(ids[i])) {
                boolean invented = starts[i] < text.length && !Characters.isSpace(text[starts[i]]);
                boolean shared = i + 1 < ids.length && raw.starts()[i + 1] == raw.starts()[i];
                if (invented || shared) {
                    ends[i] = starts[i];
                }
            } else if (tokenizer.startsWord(ids[i])) {
                int start = starts[i];
                while (start < ends[i] && Characters.isSpace(text[start])) {
                    start++;
                }
                starts[i] = start < ends[i] ? start : starts[i];
            }
        }
        extendOverJoined(text, raw, ends);
        return new Encoding(ids, starts, ends);
    }

    private static void extendOverJoined(int[] text, NativeTokenizer.Raw raw, int[] ends) {
        int count = ends.length;
        for (int i = 0; i < count; i++) {
            int end = raw.ends()[i];
            int next = i + 1 < count ? raw.starts()[i + 1] : text.length;
            int extended = end;
            while (extended < next && Characters.isLetterOrMark(text[extended])) {
                extended++;
            }
            if (extended == next && extended > end) {
                for (int j = i; j >= 0 && raw.ends()[j] == end && ends[j] == end; j--) {
                    ends[j] = extended;
                }
            }
        }
    }
}
