package org.hydraworkbench.train;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.BitextFiles;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;

/** The pairs of a bitext that have something to predict, and fit into the length of a sequence, in every direction. */
final class FittingPairs {

    /** Hears of each pair, with its example in each direction. */
    @FunctionalInterface
    interface Taker {
        void take(SentencePair pair, List<Example> examples);
    }

    private FittingPairs() {}

    /**
     * Reads and tokenises a bitext, source first.
     *
     * @param encoders for each direction
     * @param length tokens of a sequence
     * @throws InputException when it cannot be read, is empty, or no pair of it fits
     */
    static void read(BitextFiles bitext, List<ExampleEncoder> encoders, int length, Progress progress, Taker taker)
            throws HydraException {
        progress.message("Reading " + bitext.source());
        long tooLong = 0;
        long number = 0;
        long taken = 0;
        try (BitextReader reader = Bitexts.open(bitext)) {
            SentencePair pair = reader.next();
            if (pair == null) {
                throw reader.nothing();
            }
            for (; pair != null; pair = reader.next()) {
                progress.checkCancelled();
                number++;
                List<Example> examples = new ArrayList<>();
                try {
                    for (ExampleEncoder encoder : encoders) {
                        examples.add(encoder.example(pair));
                    }
                } catch (InputException e) {
                    throw InputException.in(bitext.source(), "pair " + number + " cannot be read by this model", e);
                }
                if (examples.stream().anyMatch(example -> example.tokens().length > length + 1)) {
                    tooLong++;
                } else if (examples.stream().allMatch(Example::teaches)) {
                    taken++;
                    taker.take(pair, examples);
                }
                progress.update(reader.bytesRead(), reader.bytesTotal());
            }
            reader.notes().forEach(progress::log);
        }
        if (tooLong > 0) {
            progress.log(tooLong + " pairs are longer than " + length + " tokens and left out.");
        }
        if (taken == 0) {
            throw InputException.in(bitext.source(), "holds no pair that fits into " + length + " tokens");
        }
    }
}
