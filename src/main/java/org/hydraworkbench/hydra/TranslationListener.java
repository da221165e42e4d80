package org.hydraworkbench.hydra;

/** Hears of a translation as it grows; of a beam search's only when the search is over. */
@FunctionalInterface
public interface TranslationListener {

    /**
     * A token was added.
     *
     * @param token the token
     * @param text the whole translation so far, without a character that is not finished yet and what may become a text that ends it
     * @return whether to go on
     */
    boolean token(Translation.Token token, String text);

    /** Hears nothing and always goes on. */
    static TranslationListener none() {
        return (token, text) -> true;
    }
}
