package org.hydraworkbench.model;

import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.model.family.Positions;
import org.hydraworkbench.model.family.Rope;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;
import org.jspecify.annotations.Nullable;

/**
 * Cosines and sines of a body's rotary embeddings, for as many positions as were asked for. Where long texts are turned otherwise than short
 * ones ({@link Rope.LongRope}) there are two tables.
 */
final class RopeTables {

    private static final int FIRST_LENGTH = 1024;

    private final TensorScope scope;
    private final Positions positions;
    private final int headDim;
    private final int context;
    private @Nullable Tensor within;
    private @Nullable Tensor beyond;

    /** @param scope what tables belong to */
    RopeTables(TensorScope scope, DecoderConfig config) {
        this.scope = scope;
        this.positions = config.positions();
        this.headDim = config.headDim();
        this.context = config.contextLength();
    }

    /**
     * For a text of so many tokens: [T, {@code length} or more, 2, R/2], of each way to turn R numbers of a head.
     *
     * @throws IllegalArgumentException beyond the context length
     */
    Tensor of(int length) throws HydraException {
        if (length > context) {
            throw new IllegalArgumentException(length + " positions, but the context holds " + context);
        }
        if (length <= positions.changesAfter()) {
            within = grown(within, length, positions.ropes(), Math.min(context, positions.changesAfter()));
            return within;
        }
        beyond = grown(beyond, length, positions.changed(), context);
        return beyond;
    }

    private Tensor grown(@Nullable Tensor table, int length, List<Rope> ropes, int most) throws HydraException {
        if (table != null && table.size(1) >= length) {
            return table;
        }
        int wanted = table == null ? FIRST_LENGTH : 2 * table.size(1);
        Tensor longer = table(ropes, Math.min(most, Math.max(length, wanted)));
        if (table != null) {
            table.close();
        }
        return longer;
    }

    private Tensor table(List<Rope> ropes, int length) throws HydraException {
        int width = positions.turned(headDim);
        int each = Math.multiplyExact(length, width);
        float[] values = new float[Math.multiplyExact(ropes.size(), each)];
        for (int kind = 0; kind < ropes.size(); kind++) {
            System.arraycopy(ropes.get(kind).table(length, headDim), 0, values, kind * each, each);
        }
        return scope.floats(values, ropes.size(), length, 2, width / 2);
    }
}
