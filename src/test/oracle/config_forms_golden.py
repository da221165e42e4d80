"""Writes how transformers 4 and 5 each spell the settings that they spell differently, for the same models.

Usage: config_forms_golden.py OUT.json, once with transformers 4.57 and once with 5; each adds its half to the file.

Needs transformers. The file holds for each case an object "4" and an object "5" with the keys of config.json that position embeddings and
types of weights go by, as save_pretrained writes them.
"""

import json
import os
import sys
import tempfile

import transformers
from transformers import AutoConfig

KEYS = {
    "model_type", "dtype", "torch_dtype", "rope_theta", "rope_scaling", "rope_parameters", "rope_local_base_freq", "partial_rotary_factor",
    "rotary_pct", "rotary_emb_base", "original_max_position_embeddings", "max_position_embeddings", "layer_types"}

YARN = dict(rope_type="yarn", factor=4.0, original_max_position_embeddings=512, beta_fast=16.0)
LLAMA3 = dict(rope_type="llama3", factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0, original_max_position_embeddings=512)
LONG = dict(short_factor=[1.1, 1.7, 2.3, 2.9], long_factor=[4.0, 5.0, 6.0, 7.0])
SMALL = dict(hidden_size=32, num_attention_heads=4, num_hidden_layers=4, max_position_embeddings=2048)
TYPES = ["sliding_attention", "sliding_attention", "full_attention", "full_attention"]

# Of each the name of the model's family, and what it is made with in 4 and in 5.
CASES = {
    "plain": ("llama", dict(rope_theta=500000.0), dict(rope_parameters=dict(rope_type="default", rope_theta=500000.0))),
    "llama3": ("llama", dict(rope_theta=500000.0, rope_scaling=LLAMA3), dict(rope_parameters=dict(rope_theta=500000.0, **LLAMA3))),
    "linear": (
        "llama", dict(rope_theta=10000.0, rope_scaling=dict(rope_type="linear", factor=2.5)),
        dict(rope_parameters=dict(rope_theta=10000.0, rope_type="linear", factor=2.5))),
    "yarn": ("qwen2", dict(rope_theta=1e6, rope_scaling=YARN), dict(rope_parameters=dict(rope_theta=1e6, **YARN))),
    "longrope": (
        "phi3", dict(rope_theta=20000.0, original_max_position_embeddings=512, rope_scaling=dict(type="longrope", **LONG)),
        dict(original_max_position_embeddings=512, rope_parameters=dict(
            rope_type="longrope", rope_theta=20000.0, partial_rotary_factor=1.0, original_max_position_embeddings=512, **LONG))),
    "gemma3": (
        "gemma3_text", dict(rope_theta=2e6, rope_local_base_freq=7000.0, rope_scaling=dict(rope_type="linear", factor=8.0), layer_types=TYPES),
        dict(layer_types=TYPES, rope_parameters=dict(
            full_attention=dict(rope_type="linear", factor=8.0, rope_theta=2e6),
            sliding_attention=dict(rope_type="default", rope_theta=7000.0)))),
    "gemma3-plain": (
        "gemma3_text", dict(rope_theta=2e6, rope_local_base_freq=10000.0, layer_types=TYPES),
        dict(layer_types=TYPES, rope_parameters=dict(
            full_attention=dict(rope_type="default", rope_theta=2e6), sliding_attention=dict(rope_type="default", rope_theta=10000.0)))),
    "olmo3": (
        "olmo3", dict(rope_theta=700000.0, rope_scaling=YARN, layer_types=TYPES),
        dict(layer_types=TYPES, rope_parameters=dict(
            full_attention=dict(rope_theta=700000.0, **YARN), sliding_attention=dict(rope_type="default", rope_theta=700000.0)))),
    "gpt_neox": (
        "gpt_neox", dict(rotary_pct=0.5, rotary_emb_base=20000),
        dict(rope_parameters=dict(rope_type="default", rope_theta=20000, partial_rotary_factor=0.5))),
    "partial": (
        "phi3", dict(rope_theta=30000.0, partial_rotary_factor=0.5),
        dict(rope_parameters=dict(rope_type="default", rope_theta=30000.0, partial_rotary_factor=0.5))),
}

out = sys.argv[1]
version = transformers.__version__.split(".")[0]
golden = json.load(open(out)) if os.path.exists(out) else {}
for name, (family, old, new) in CASES.items():
    options = dict(SMALL, dtype="bfloat16", **(old if version == "4" else new))
    config = AutoConfig.for_model(family, **options)
    with tempfile.TemporaryDirectory() as folder:
        config.save_pretrained(folder)
        saved = json.load(open(os.path.join(folder, "config.json")))
    golden.setdefault(name, {})[version] = {key: value for key, value in saved.items() if key in KEYS and value is not None}
with open(out, "w") as f:
    json.dump(golden, f, indent=1)
