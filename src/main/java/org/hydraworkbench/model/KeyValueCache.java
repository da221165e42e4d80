package org.hydraworkbench.model;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;

/** The keys and values of all positions that the rows of a session have read: [R, k, C, D] in each layer, which grow when they have to. */
final class KeyValueCache implements AutoCloseable {

    private static final int FIRST_CAPACITY = 128;

    private final Decoder body;
    private TensorScope scope;
    private List<Tensor> tensors = List.of();
    private int rows;
    private int capacity;

    KeyValueCache(Decoder body) throws HydraException {
        this.body = body;
        this.scope = body.scope().child();
    }

    /** Keys and values of the layers from {@code first} to before {@code end} in turn. */
    List<Tensor> layers(int first, int end) {
        return tensors.subList(2 * first, 2 * end);
    }

    /**
     * Makes room.
     *
     * @param neededRows how many rows there will be
     * @param neededPositions how many positions the longest of them will have
     * @param kept how many positions of all rows are kept
     */
    void ensure(int neededRows, int neededPositions, int kept) throws HydraException {
        if (neededRows <= rows && neededPositions <= capacity) {
            return;
        }
        int newRows = neededRows > rows ? Math.max(neededRows, 2 * rows) : neededRows;
        int positions = neededPositions > capacity ? Math.max(Math.max(FIRST_CAPACITY, neededPositions), 2 * capacity) : capacity;
        int newCapacity = Math.min(body.config().contextLength(), positions);
        int keptRows = Math.min(rows, neededRows);
        TensorScope bigger = body.scope().child();
        try {
            DecoderConfig config = body.config();
            List<Tensor> made = new ArrayList<>();
            for (int i = 0; i < 2 * config.layers(); i++) {
                made.add(bigger.zeros(body.computed(), newRows, config.kvHeads(), newCapacity, config.headDim()));
            }
            if (keptRows > 0 && kept > 0) {
                try (TensorScope call = body.scope().child()) {
                    DecoderKernel.carry(call, tensors, made, keptRows, kept);
                }
            }
            scope.close();
            scope = bigger;
            tensors = made;
            rows = newRows;
            capacity = newCapacity;
        } catch (HydraException | RuntimeException e) {
            bigger.close();
            throw e;
        }
    }

    /** Gives row {@code to[i]} the positions from {@code start} to before {@code end} that row {@code which[i]} had. */
    void copy(int[] which, int[] to, int start, int end) throws HydraException {
        if (which.length > 0 && end > start) {
            try (TensorScope call = body.scope().child()) {
                DecoderKernel.reorder(call, tensors, which, to, start, end);
            }
        }
    }

    @Override
    public void close() {
        scope.close();
    }
}
