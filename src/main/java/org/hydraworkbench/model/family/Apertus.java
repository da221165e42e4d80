package org.hydraworkbench.model.family;

import java.util.Map;
import org.hydraworkbench.base.InputException;

/** Apertus (Swiss AI 2025), which reads more than a thousand languages: no gate but another activation, and norms of each head. */
final class Apertus implements ModelFamily {

    @Override
    public String type() {
        return "apertus";
    }

    @Override
    public Block block(ConfigFields config, Sizes sizes) throws InputException {
        boolean bias = config.flag("attention_bias", false);
        return Block.LLAMA
                .with(Attention.PLAIN.withBias(bias, bias).with(HeadNorm.EACH))
                .with(FeedForward.PLAIN.with(FeedForward.Gate.NONE).with(Activation.read(config, "hidden_act", Activation.XIELU)));
    }

    @Override
    public String attentionNorm() {
        return "attention_layernorm.weight";
    }

    @Override
    public String feedNorm() {
        return "feedforward_layernorm.weight";
    }

    @Override
    public Map<String, Float> constants() {
        return Map.of("mlp.act_fn.beta", .5f, "mlp.act_fn.eps", -1e-6f);
    }

    @Override
    public double theta() {
        return 12_000_000;
    }

    @Override
    public int context() {
        return 65_536;
    }

    @Override
    public double epsilon() {
        return 1e-5;
    }
}
