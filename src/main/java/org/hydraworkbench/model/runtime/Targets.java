package org.hydraworkbench.model.runtime;

import java.util.stream.IntStream;
import org.hydraworkbench.base.HydraException;

/**
 * What is to be predicted at some positions. The host says where they are, so that the device need not be asked.
 *
 * @param places int64 [n], which of all positions, batch after batch
 * @param tokens int64 [n], what is wanted there
 */
public record Targets(Tensor places, Tensor tokens) {

    /** Of a token for each position, negative where none is wanted. */
    public static Targets of(TensorScope scope, long[] targets) throws HydraException {
        int[] places = IntStream.range(0, targets.length).filter(place -> targets[place] >= 0).toArray();
        long[] tokens = IntStream.of(places).mapToLong(place -> targets[place]).toArray();
        return new Targets(scope.ids(places, places.length), scope.longs(tokens, tokens.length));
    }
}
