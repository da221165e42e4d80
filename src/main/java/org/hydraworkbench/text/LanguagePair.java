package org.hydraworkbench.text;

/**
 * A direction of translating.
 *
 * @param from the language of what is translated
 * @param to the language that it is translated to
 */
public record LanguagePair(LanguageTag from, LanguageTag to) {

    /** The other direction. */
    public LanguagePair reversed() {
        return new LanguagePair(to, from);
    }

    /** Whether it is meant by two codes, which may say more or less than its tags: {@code en-US} for {@code en}. */
    public boolean serves(String source, String target) {
        return LanguageTag.serves(source, from.toString()) && LanguageTag.serves(target, to.toString());
    }

    /** The two tags with a hyphen between them. */
    @Override
    public String toString() {
        return from + "-" + to;
    }
}
