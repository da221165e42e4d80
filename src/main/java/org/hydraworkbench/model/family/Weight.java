package org.hydraworkbench.model.family;

import java.util.Locale;

/**
 * The weights that a body may have, each a tensor of the files but for norms that add something, whose two are one here; in the order in which the kernel takes those it has: those of the whole, then those of each layer. Matrices are [out, in] unless the files of the
 * family have them turned ({@link Block#columns}).
 */
public enum Weight {
    /** Norm of what the last layer gives: [H], for norms that have two [2H]. */
    FINAL_NORM("model.norm.weight"),
    /** What is added to a token by where it stands: [C, H]. */
    POSITIONS("model.embed_positions.weight"),
    /** Norm of what the attention reads (or gives): [H]. */
    ATTENTION_NORM("input_layernorm.weight"),
    /** To queries: [hD, H]. */
    Q("self_attn.q_proj.weight"),
    /** What is added to them: [hD]. */
    Q_BIAS("self_attn.q_proj.bias"),
    /** To keys: [kD, H]. */
    K("self_attn.k_proj.weight"),
    /** What is added to them: [kD]. */
    K_BIAS("self_attn.k_proj.bias"),
    /** To values: [kD, H]. */
    V("self_attn.v_proj.weight"),
    /** What is added to them: [kD]. */
    V_BIAS("self_attn.v_proj.bias"),
    /** To queries, keys and values, where they are of one matrix: [(h + 2k)D, H]. */
    QKV("self_attn.qkv_proj.weight"),
    /** What is added to them: [(h + 2k)D]. */
    QKV_BIAS("self_attn.qkv_proj.bias"),
    /** Norm of queries: [D], or [h, D] where each head has its own, or [hD] for all heads together. */
    QUERY_NORM("self_attn.q_norm.weight"),
    /** Norm of keys: [D], or [k, D], or [kD]. */
    KEY_NORM("self_attn.k_norm.weight"),
    /** From what the heads found to the residual stream: [H, hD]. */
    OUTPUT("self_attn.o_proj.weight"),
    /** What is added to that: [H]. */
    OUTPUT_BIAS("self_attn.o_proj.bias"),
    /** Norm of what the attention gives, where that it reads has one too: [H]. */
    ATTENTION_AFTER_NORM("attention_after_norm.weight"),
    /** Norm of what the feed-forward half reads (or gives): [H]. */
    FEED_NORM("post_attention_layernorm.weight"),
    /** Gate: [I, H]. */
    GATE("mlp.gate_proj.weight"),
    /** What is added to that: [I]. */
    GATE_BIAS("mlp.gate_proj.bias"),
    /** Gate and up, where they are one matrix: [2I, H]. */
    GATE_UP("mlp.gate_up_proj.weight"),
    /** Up, by itself: [I, H]. */
    UP("mlp.up_proj.weight"),
    /** What is added to that: [I]. */
    UP_BIAS("mlp.up_proj.bias"),
    /** What the activation makes of numbers above 0: [1]. */
    ALPHA_P("mlp.act_fn.alpha_p"),
    /** What it makes of others: [1]. */
    ALPHA_N("mlp.act_fn.alpha_n"),
    /** [H, I]. */
    DOWN("mlp.down_proj.weight"),
    /** What is added to that: [H]. */
    DOWN_BIAS("mlp.down_proj.bias"),
    /** Norm of what the feed-forward half gives, where that it reads has one too: [H]. */
    FEED_AFTER_NORM("feed_after_norm.weight");

    private final String ownName;

    Weight(String ownName) {
        this.ownName = ownName;
    }

    /** What this program calls it, that of a layer behind the name of the layer. */
    public String ownName() {
        return ownName;
    }

    /** What the kernel's parts call it. */
    public String kernelName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether each layer has one. */
    boolean isOfLayer() {
        return this != FINAL_NORM && this != POSITIONS;
    }

    /** Whether it is a norm's. */
    boolean isNorm() {
        return switch (this) {
            case FINAL_NORM, ATTENTION_NORM, QUERY_NORM, KEY_NORM, ATTENTION_AFTER_NORM, FEED_NORM, FEED_AFTER_NORM -> true;
            default -> false;
        };
    }

    /** Whether it is a matrix of a layer, by which states are multiplied. */
    public boolean isMatrix() {
        return switch (this) {
            case Q, K, V, QKV, OUTPUT, GATE, UP, GATE_UP, DOWN -> true;
            default -> false;
        };
    }
}
