"""Writes a small random model of every family that can be run, and what transformers computes with it.

Usage: families_golden.py OUT_FOLDER

Needs torch, transformers and safetensors. Everything in float32 on the processor. For each case a folder with config.json and
model.safetensors as transformers saves them, and golden.json: token ids, the logits after each of them, the loss of that text, and the norm
of its gradient with respect to each tensor; where a text that is read in parts is turned otherwise, also the logits of one that is read token by
token, and the last of one that is read as seven tokens and the rest.
"""

import json
import os
import shutil
import sys

import torch
from transformers import AutoConfig, AutoModelForCausalLM

torch.set_num_threads(1)
out = sys.argv[1]

# A width whose root is no number that a short float holds; heads narrower and wider than width / heads.
SIZES = dict(
    vocab_size=61, hidden_size=24, intermediate_size=28, num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2,
    max_position_embeddings=64, bos_token_id=1, eos_token_id=2, pad_token_id=0)

CASES = {
    "llama": dict(model_type="llama", tie_word_embeddings=False),
    "llama-biased": dict(model_type="llama", attention_bias=True, mlp_bias=True, tie_word_embeddings=True, head_dim=10),
    "mistral": dict(model_type="mistral", head_dim=8, sliding_window=None),
    "qwen2": dict(model_type="qwen2", tie_word_embeddings=True, sliding_window=8, use_sliding_window=False),
    "qwen3": dict(model_type="qwen3", tie_word_embeddings=False, head_dim=10),
    "qwen3-biased": dict(model_type="qwen3", tie_word_embeddings=True, head_dim=6, attention_bias=True),
    "gemma": dict(model_type="gemma", head_dim=8, num_key_value_heads=1),
    "olmo2": dict(model_type="olmo2", tie_word_embeddings=False),
    "phi3": dict(model_type="phi3", tie_word_embeddings=False, sliding_window=None),
    "rope-llama3": dict(model_type="llama", rope_parameters=dict(
        rope_type="llama3", rope_theta=500.0, factor=4.0, low_freq_factor=1.0, high_freq_factor=4.0, original_max_position_embeddings=16)),
    "rope-linear": dict(model_type="llama", rope_parameters=dict(rope_type="linear", rope_theta=10000.0, factor=2.5)),
    "rope-dynamic": dict(model_type="llama", rope_parameters=dict(rope_type="dynamic", rope_theta=10000.0, factor=2.0)),
    "rope-yarn": dict(model_type="llama", head_dim=12, rope_parameters=dict(
        rope_type="yarn", rope_theta=100.0, factor=4.0, original_max_position_embeddings=16, beta_fast=2.0)),
    "rope-yarn-mscale": dict(model_type="qwen2", head_dim=12, rope_parameters=dict(
        rope_type="yarn", rope_theta=10000.0, factor=4.0, original_max_position_embeddings=16, mscale=0.7, mscale_all_dim=1.2, truncate=False)),
    "rope-longrope": dict(model_type="phi3", sliding_window=None, original_max_position_embeddings=32, rope_parameters=dict(
        rope_type="longrope", rope_theta=10000.0, original_max_position_embeddings=32,
        short_factor=[1.1, 1.7, 2.3], long_factor=[4.0, 5.0, 6.0])),
    "smollm3": dict(model_type="smollm3", num_hidden_layers=4, no_rope_layer_interval=3),
    "gemma3": dict(
        model_type="gemma3_text", head_dim=10, num_hidden_layers=4, sliding_window=40, query_pre_attn_scalar=7,
        layer_types=["sliding_attention", "full_attention", "sliding_attention", "sliding_attention"],
        rope_parameters=dict(
            full_attention=dict(rope_type="linear", factor=2.0, rope_theta=5000.0),
            sliding_attention=dict(rope_type="default", rope_theta=200.0))),
    "olmo3": dict(
        model_type="olmo3", num_hidden_layers=4, sliding_window=40, tie_word_embeddings=False,
        rope_parameters=dict(
            full_attention=dict(rope_type="yarn", rope_theta=10000.0, factor=4.0, original_max_position_embeddings=16),
            sliding_attention=dict(rope_type="default", rope_theta=10000.0))),
    "cohere": dict(model_type="cohere", logit_scale=0.4),
    "cohere2": dict(model_type="cohere2", num_hidden_layers=4, sliding_window=40, logit_scale=0.3, head_dim=6),
    "apertus": dict(model_type="apertus", tie_word_embeddings=False, hidden_act="xielu", rope_parameters=dict(
        rope_type="llama3", rope_theta=500.0, factor=4.0, low_freq_factor=1.0, high_freq_factor=4.0, original_max_position_embeddings=16)),
    "gemma2": dict(
        model_type="gemma2", head_dim=10, num_hidden_layers=3, sliding_window=40, query_pre_attn_scalar=7,
        attn_logit_softcapping=1.5, final_logit_softcapping=2.0),
    # Texts that are longer than the window.
    "mistral-window": dict(model_type="mistral", sliding_window=6),
    "phi3-window": dict(model_type="phi3", sliding_window=1, num_hidden_layers=3),
    "qwen2-window": dict(
        model_type="qwen2", tie_word_embeddings=True, num_hidden_layers=4, use_sliding_window=True, sliding_window=5, max_window_layers=2),
    "qwen3-window": dict(
        model_type="qwen3", head_dim=6, num_hidden_layers=3, use_sliding_window=True, sliding_window=4,
        layer_types=["sliding_attention", "full_attention", "sliding_attention"]),
    "smollm3-window": dict(
        model_type="smollm3", num_hidden_layers=4, no_rope_layer_interval=2, use_sliding_window=True, sliding_window=6),
    "gemma2-window": dict(
        model_type="gemma2", head_dim=10, num_hidden_layers=4, sliding_window=5, query_pre_attn_scalar=7,
        attn_logit_softcapping=1.5, final_logit_softcapping=2.0),
    "gemma3-window": dict(
        model_type="gemma3_text", head_dim=10, num_hidden_layers=6, sliding_window=6, query_pre_attn_scalar=7,
        rope_parameters=dict(
            full_attention=dict(rope_type="default", rope_theta=5000.0),
            sliding_attention=dict(rope_type="default", rope_theta=200.0))),
    "cohere2-window": dict(model_type="cohere2", num_hidden_layers=4, sliding_window=7, logit_scale=0.3, head_dim=6),
    "olmo3-window": dict(
        model_type="olmo3", num_hidden_layers=4, sliding_window=5, tie_word_embeddings=False,
        rope_parameters=dict(
            full_attention=dict(rope_type="default", rope_theta=10000.0),
            sliding_attention=dict(rope_type="default", rope_theta=10000.0))),
    "gpt2": dict(model_type="gpt2", n_positions=40),
    "gpt2-untied": dict(model_type="gpt2", tie_word_embeddings=False, n_inner=28, activation_function="gelu", scale_attn_weights=False),
    # As those have it who saved a model without its head.
    "gpt2-bare": dict(model_type="gpt2", n_inner=20, activation_function="gelu_pytorch_tanh"),
    "gpt-neox": dict(model_type="gpt_neox", num_attention_heads=2, rope_parameters=dict(rope_type="default", rope_theta=1000.0, partial_rotary_factor=0.34)),
    "gpt-neox-in-turn": dict(
        model_type="gpt_neox", num_attention_heads=3, use_parallel_residual=False, attention_bias=False, tie_word_embeddings=True,
        hidden_act="gelu_new", rotary_pct=1.0),
    "phi3-partial": dict(model_type="phi3", hidden_size=32, sliding_window=None, rope_parameters=dict(
        rope_type="default", rope_theta=10000.0, partial_rotary_factor=0.5)),
    # Longer than the original context: turned by the long factors at once; token by token only what comes after it.
    "rope-longrope-beyond": dict(
        model_type="phi3", hidden_size=32, sliding_window=None, original_max_position_embeddings=12, rope_parameters=dict(
            rope_type="longrope", rope_theta=10000.0, partial_rotary_factor=0.75, original_max_position_embeddings=12,
            short_factor=[1.1, 1.7, 2.3], long_factor=[4.0, 5.0, 6.0])),
    "cohere-head-norms": dict(model_type="cohere", logit_scale=0.4, use_qk_norm=True),
}

# What a family's configuration does not have.
ABSENT = {"gpt2": ["intermediate_size", "num_key_value_heads"], "gpt_neox": ["num_key_value_heads"]}


def fresh(config, seed):
    """Random everywhere, in norms and biases too, so that nothing that is left out goes unseen."""
    torch.manual_seed(seed)
    model = AutoModelForCausalLM.from_config(config, attn_implementation="eager").float().eval()
    with torch.no_grad():
        for name, weight in model.named_parameters():
            scale = 0.3 if weight.dim() > 1 else 0.2
            is_norm = name.endswith("weight") and ("norm" in name or ".ln_" in name)
            centre = 1.0 if weight.dim() == 1 and is_norm and not config.model_type.startswith("gemma") else 0.0
            weight.copy_(centre + scale * torch.randn_like(weight))
    model.tie_weights()
    return model


def rounded(logits):
    return [[float(f"{x:.7g}") for x in row] for row in logits.tolist()]


def in_parts(model, ids, lengths):
    """The logits of a text that is read in parts, with what was read before kept."""
    cache, rows, at = None, [], 0
    for length in lengths:
        with torch.no_grad():
            result = model(torch.tensor([ids[at:at + length]]), past_key_values=cache, use_cache=True)
        cache, at = result.past_key_values, at + length
        rows += rounded(result.logits[0])
    return rows


for number, (name, options) in enumerate(CASES.items()):
    options = dict(options)
    family = options.pop("model_type")
    sizes = {key: size for key, size in SIZES.items() if key not in ABSENT.get(family, [])}
    config = AutoConfig.for_model(family, **{**sizes, **options})
    model = fresh(config, number)
    folder = os.path.join(out, name)
    shutil.rmtree(folder, ignore_errors=True)
    (model.base_model if name.endswith("-bare") else model).save_pretrained(folder)
    generation = os.path.join(folder, "generation_config.json")
    if os.path.exists(generation):
        os.remove(generation)
    generator = torch.Generator().manual_seed(1000 + number)
    ids = [1] + torch.randint(3, 61, (19,), generator=generator).tolist()
    logits = model(torch.tensor([ids])).logits[0]
    scores = logits.log_softmax(-1)
    loss = -sum(scores[i, ids[i + 1]] for i in range(len(ids) - 1))
    loss.backward()
    golden = {
        "ids": ids,
        "logits": rounded(logits),
        "nll": loss.item(),
        "gradients": {name: weight.grad.norm().item() for name, weight in model.named_parameters()},
    }
    if name == "rope-longrope-beyond":
        golden["stepwise"] = in_parts(model, ids, [1] * len(ids))
        golden["continued"] = in_parts(model, ids, [7, len(ids) - 7])[-1]
    with open(os.path.join(folder, "golden.json"), "w") as f:
        json.dump(golden, f)
