"""Writes a small random model that sees and writes, as Gemma 3 is published, and what transformers writes with it after a text.

Usage: nested_golden.py OUT_FOLDER

Needs torch and transformers. OUT_FOLDER gets config.json and model.safetensors as transformers saves them, but without what its configuration
may leave unsaid, and golden.json: token ids and the logits after each of them.
"""

import json
import os
import shutil
import sys

import torch
from transformers import Gemma3Config, Gemma3ForConditionalGeneration

torch.set_num_threads(1)
torch.manual_seed(7)
out = sys.argv[1]
config = Gemma3Config(
    text_config=dict(
        model_type="gemma3_text", hidden_size=24, intermediate_size=28, num_hidden_layers=2, head_dim=4, vocab_size=70, sliding_window=8,
        layer_types=["sliding_attention", "full_attention"],
        rope_parameters=dict(
            full_attention=dict(rope_type="linear", factor=8.0, rope_theta=1e6), sliding_attention=dict(rope_type="default", rope_theta=1e4))),
    vision_config=dict(
        hidden_size=8, intermediate_size=8, num_hidden_layers=1, num_attention_heads=2, image_size=8, patch_size=4, vision_use_head=False),
    mm_tokens_per_image=1, image_token_index=69, boi_token_index=67, eoi_token_index=68, eos_token_id=[1, 5])
model = Gemma3ForConditionalGeneration._from_config(config, attn_implementation="eager").float().eval()
with torch.no_grad():
    for weight in model.parameters():
        weight.copy_(0.3 * torch.randn_like(weight))
model.tie_weights()
shutil.rmtree(out, ignore_errors=True)
model.save_pretrained(out)
for name in os.listdir(out):
    if name not in ("config.json", "model.safetensors"):
        os.remove(os.path.join(out, name))

# What is published of the model of four thousand million parameters says as little as this.
saved = json.load(open(os.path.join(out, "config.json")))
published = {key: saved[key] for key in (
    "architectures", "boi_token_index", "eoi_token_index", "image_token_index", "eos_token_id", "initializer_range", "mm_tokens_per_image",
    "model_type", "vision_config") if key in saved}
published["torch_dtype"] = "float32"
published["text_config"] = dict(
    hidden_size=24, intermediate_size=28, model_type="gemma3_text", num_hidden_layers=2, head_dim=4, vocab_size=70, sliding_window=8,
    layer_types=["sliding_attention", "full_attention"], rope_scaling=dict(factor=8.0, rope_type="linear"))
with open(os.path.join(out, "config.json"), "w") as f:
    json.dump(published, f, indent=1)

again = Gemma3ForConditionalGeneration.from_pretrained(out, dtype=torch.float32, attn_implementation="eager").eval()
ids = [2] + torch.randint(6, 60, (14,)).tolist()
with torch.no_grad():
    logits = again(input_ids=torch.tensor([ids])).logits[0]
    assert torch.equal(logits, model(input_ids=torch.tensor([ids])).logits[0])
with open(os.path.join(out, "golden.json"), "w") as f:
    json.dump({"ids": ids, "logits": [[float(f"{x:.7g}") for x in row] for row in logits.tolist()]}, f)
