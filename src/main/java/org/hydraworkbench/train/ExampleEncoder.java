package org.hydraworkbench.train;

import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.hydra.TemplateEncoder;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * Makes the examples of one direction.
 *
 * @param encoder of that direction
 * @param there whether pairs are translated from their first side to their second, which is in the new language
 * @param fresh the tokenizer of the new language
 */
record ExampleEncoder(TemplateEncoder encoder, boolean there, Tokenizer fresh) {

    Example example(SentencePair pair) throws HydraException {
        return Example.of(there ? encoder.example(pair.source(), pair.target()) : encoder.example(pair.target(), pair.source()));
    }
}
