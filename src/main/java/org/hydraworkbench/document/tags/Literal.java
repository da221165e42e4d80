package org.hydraworkbench.document.tags;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hydraworkbench.text.Offsets;
import org.hydraworkbench.text.Span;

/**
 * A part of a text that is the same in every language: a number, an address, a placeholder.
 *
 * @param kind what it is
 * @param text as it stands there
 * @param place where
 */
public record Literal(Kind kind, String text, Span place) {

    /** What a part is, in the order in which they are looked for at a place. */
    public enum Kind {
        /** {@code https://example.org/a?b}, {@code www.example.org}. */
        URL("(?:\\p{L}{2,10}://|www\\.)[^\\s<>\"«»“”]*[^\\s<>\"«»“”.,;:!?()\\[\\]{}'’]"),
        /** {@code name@example.org}. */
        MAIL("(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]++@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+"),
        /** {@code {0}}, {@code {name}}, {@code ${name}}, {@code %(name)s}, and those of printf and Qt: {@code %s}, {@code %1$d}, {@code %.2f}, {@code %1}. */
        PLACEHOLDER("\\$?\\{{1,2}[\\p{L}\\p{N}_.,:#]*\\}{1,2}"
                + "|(?<!\\p{N})%(?:\\([\\p{L}\\p{N}_.]+\\)|\\{[\\p{L}\\p{N}_.]+\\}|\\d+\\$)?(?:[-+0#]*\\d*(?:\\.\\d+)?(?:hh|h|ll|l|z)?"
                + "[diouxXeEfFgGcCsSn@](?!\\p{L})|%|\\d+|(?<=\\}))"),
        /** Digits of any script, with what stands between them in dates, times and long numbers. Digits inside a word are none. */
        NUMBER("(?<![\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]])"
                + "\\p{Nd}+(?:[.,:/'’\\u00A0\\u202F-]\\p{Nd}+)*");

        private final String pattern;

        Kind(String pattern) {
            this.pattern = pattern;
        }
    }

    private static final Pattern ANY = Pattern.compile("(" + Kind.URL.pattern + ")|(" + Kind.MAIL.pattern + ")|("
            + Kind.PLACEHOLDER.pattern + ")|(" + Kind.NUMBER.pattern + ")");

    /** Those of a text, from left to right, apart from each other. */
    public static List<Literal> in(String text) {
        Offsets offsets = Offsets.of(text);
        List<Literal> found = new ArrayList<>();
        for (MatchResult match : ANY.matcher(text).results().toList()) {
            Span place = new Span(offsets.fromUtf16(match.start()), offsets.fromUtf16(match.end()));
            found.add(new Literal(kind(match), match.group(), place));
        }
        return found;
    }

    private static Kind kind(MatchResult match) {
        for (Kind kind : Kind.values()) {
            if (match.group(kind.ordinal() + 1) != null) {
                return kind;
            }
        }
        throw new IllegalStateException("a match of nothing");
    }

    /** What is left of a text where white space, case and the script of digits do not count. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                folded.append(Character.digit(c, 10));
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                folded.appendCodePoint(c);
            }
        });
        return folded.toString();
    }

    /** Its digits alone, in one script. */
    String digits() {
        return folded(text).replaceAll("[^0-9]", "");
    }
}
