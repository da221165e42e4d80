"""Writes the losses of a few optimiser steps of transformers and torch, for TrainerTest.

Usage: train_golden.py MODEL_FOLDER OUT.json

One line of text is trained on again and again: AdamW (0.9, 0.95), weight decay 0.1 on matrices, clipping at 1, rate 1e-3. STAGED is a run of 12 steps: the tables alone
at ten times the rate for 3, the outer layers too until the 7th, then all; what comes later has moments of its own age. NAMED trains what has to do with
attention in the second layer, and the tables.
"""

import json
import sys

import torch
from transformers import AutoModelForCausalLM, PreTrainedTokenizerFast

torch.set_num_threads(1)
folder, out = sys.argv[1:]
text = "Once upon a time there was a small dragon who loved to read old maps."
tokenizer = PreTrainedTokenizerFast(tokenizer_file=folder + "/tokenizer.json")


def losses(wanted):
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    ids = torch.tensor([[model.config.bos_token_id] + tokenizer.encode(text, add_special_tokens=False) + [model.config.eos_token_id]])
    trained = []
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(wanted(name, model.config.num_hidden_layers))
        if parameter.requires_grad:
            trained.append(parameter)
    optimiser = torch.optim.AdamW(
        [{"params": [p for p in trained if p.dim() > 1], "weight_decay": 0.1},
         {"params": [p for p in trained if p.dim() == 1], "weight_decay": 0.0}], lr=1e-3, betas=(0.9, 0.95))
    result = []
    for _ in range(6):
        loss = model(input_ids=ids, labels=ids).loss
        result.append(loss.item())
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
    return result


def outer(name, layers):
    parts = name.split(".")
    return "embed" in name or "lm_head" in name or parts[1] == "layers" and (int(parts[2]) < 2 or int(parts[2]) >= layers - 2)


def staged(steps):
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    ids = torch.tensor([[model.config.bos_token_id] + tokenizer.encode(text, add_special_tokens=False) + [model.config.eos_token_id]])
    tables = lambda name, layers: "embed" in name or "lm_head" in name
    stages = [(0, tables, 10), (steps * 25 // 100, outer, 1), (steps * 65 // 100, lambda name, layers: True, 1)]
    optimiser, trained, result = None, [], []
    for step in range(steps):
        for before, wanted, faster in stages:
            if before == step:
                new = [p for n, p in model.named_parameters() if wanted(n, model.config.num_hidden_layers) and not any(p is t for t in trained)]
                trained += new
                groups = [{"params": [p for p in new if p.dim() > 1], "weight_decay": 0.1}, {"params": [p for p in new if p.dim() == 1], "weight_decay": 0.0}]
                groups = [group for group in groups if group["params"]]
                if optimiser is None:
                    optimiser = torch.optim.AdamW(groups, lr=1e-3, betas=(0.9, 0.95))
                else:
                    for group in groups:
                        optimiser.add_param_group(group)
                for group in optimiser.param_groups:
                    group["lr"] = 1e-3 * faster
        for parameter in model.parameters():
            parameter.requires_grad_(any(parameter is t for t in trained))
        loss = model(input_ids=ids, labels=ids).loss
        result.append(loss.item())
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
    return result


golden = {
    "text": text,
    "FULL": losses(lambda name, layers: True),
    "EMBEDDINGS": losses(lambda name, layers: "embed" in name or "lm_head" in name),
    "OUTER_LAYERS": losses(outer),
    "STAGED": staged(12),
    "NAMED": losses(lambda name, layers: "embed" in name or "layers.1.self_attn" in name),
}
with open(out, "w") as f:
    json.dump(golden, f, indent=1)
