package org.hydraworkbench.train;

/**
 * What keeps a model from learning few sentences by heart (Sennrich and Zhang 2019, for corpora of some thousand sentences). All are
 * shares from 0 (off) to {@value #MOST}.
 *
 * @param labelSmoothing of the probability that is to be given to the right token, spread over all tokens (Szegedy et al. 2016); the loss
 *     that is told stays that of the right token
 * @param dropout of what the embeddings and each half of a layer give, set to 0 (Srivastava et al. 2014; the places of Vaswani et al. 2017)
 * @param wordDropout of the tokens that are read, whose embedding is 0 (Gal and Ghahramani 2016); for pairs only
 * @param bpeDropout of the merges of the new language's tokenizer, left out anew each time that a sentence is seen, so that words are met in
 *     other tokens too ({@link org.hydraworkbench.tokenizer.Merges#split}); for pairs only
 */
public record Regularisation(double labelSmoothing, double dropout, double wordDropout, double bpeDropout) {

    /** The largest share. */
    public static final double MOST = .9;

    /** All off. */
    public static final Regularisation NONE = new Regularisation(0, 0, 0, 0);

    /** Whether none is on. */
    public boolean isNone() {
        return equals(NONE);
    }
}
