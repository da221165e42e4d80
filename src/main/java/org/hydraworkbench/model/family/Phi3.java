package org.hydraworkbench.model.family;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.InputException;

/** Phi-3: Llama whose files hold queries, keys and values in one matrix, gate and up in another; with a window. */
final class Phi3 implements ModelFamily {

    private static final String QKV = "self_attn.qkv_proj.weight";

    @Override
    public String type() {
        return "phi3";
    }

    @Override
    public Block block(ConfigFields config, Sizes sizes) throws InputException {
        return Block.LLAMA.with(FeedForward.PLAIN.with(Activation.read(config, "hidden_act", Activation.SILU)));
    }

    @Override
    public Window window(ConfigFields config, int layers) throws InputException {
        return config.has("sliding_window") ? Window.all(config.count("sliding_window", null), layers) : Window.none(layers);
    }

    @Override
    public Positions positions(ConfigFields config, Sizes sizes, int layers, int context) throws InputException {
        return RopeReader.ofParts(config, 1, theta(), sizes.headDim(), context).positions(layers);
    }

    @Override
    public int context() {
        return 4096;
    }

    @Override
    public double epsilon() {
        return 1e-5;
    }

    @Override
    public List<FileTensor> tensors(Block block, Sizes sizes) {
        List<FileTensor> tensors = new ArrayList<>();
        for (FileTensor each : ModelFamily.super.tensors(block, sizes)) {
            switch (each.weight()) {
                // As rows of one tensor they lie there as they do here.
                case QKV -> tensors.add(new FileTensor(QKV, each.ownFirstRow(), each.rows(), each.weight(), each.ownFirstRow(), each.order()));
                case GATE_UP -> {
                    if (each.ownFirstRow() == 0) {
                        tensors.add(new FileTensor("mlp.gate_up_proj.weight", 0, 2L * sizes.inner(), each.weight(), 0, FileTensor.Order.SAME));
                    }
                }
                default -> tensors.add(each);
            }
        }
        return tensors;
    }
}
