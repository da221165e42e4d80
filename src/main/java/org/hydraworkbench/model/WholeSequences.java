package org.hydraworkbench.model;

import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;

/** Runs sequences through a body from their beginning, keeping nothing for what may follow. */
final class WholeSequences {

    private WholeSequences() {}

    /**
     * The hidden states after the last layer, [rows, width, H].
     *
     * @param embedded [rows, width, H]; closed
     */
    static Tensor run(Decoder body, TensorScope scope, Tensor embedded, int rows, int width, Progress progress) throws HydraException {
        DecoderConfig config = body.config();
        Tensor x = embedded;
        Tensor rope = body.rope(width);
        List<Tensor> cache = List.of(
                scope.zeros(body.computed(), rows, config.kvHeads(), width, config.headDim()),
                scope.zeros(body.computed(), rows, config.kvHeads(), width, config.headDim()));
        for (int layer = 0; layer < config.layers(); layer++) {
            progress.checkCancelled();
            Tensor before = x;
            x = DecoderKernel.advance(scope, before, body.layers(layer, layer + 1), cache, 0, rope, 0, layer, body.shape());
            before.close();
        }
        return x;
    }
}
