package org.hydraworkbench.testing;

import java.lang.foreign.ValueLayout;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.weights.TensorSource;

/** Tensors as bytes, to be compared. */
public final class Bytes {

    private Bytes() {}

    /** A copy of a tensor's bytes. */
    public static byte[] of(TensorSource source, String name) throws HydraException {
        return source.read(name, bytes -> bytes.toArray(ValueLayout.JAVA_BYTE));
    }
}
