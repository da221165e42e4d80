package org.hydraworkbench.transfer;

import org.hydraworkbench.base.HydraException;

/** Every row is the mean of the source rows: nothing of a token's meaning, but vectors of a size the body knows. */
public final class MeanRows implements Initializer {

    @Override
    public Rows over(SourceTable source) throws HydraException {
        double[] mean = source.mean();
        return (target, into) -> {
            for (int i = 0; i < mean.length; i++) {
                into[i] = (float) mean[i];
            }
        };
    }
}
