package org.hydraworkbench.train;

import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.hydra.TemplateEncoder;

/**
 * Makes the examples of one direction.
 *
 * @param encoder of that direction
 * @param there whether pairs are translated from their first side to their second
 */
record ExampleEncoder(TemplateEncoder encoder, boolean there) {

    Example example(SentencePair pair) throws HydraException {
        return Example.of(there ? encoder.example(pair.source(), pair.target()) : encoder.example(pair.target(), pair.source()));
    }
}
