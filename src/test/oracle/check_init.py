"""Checks a folder that `hydra init --method trans-tokenization` wrote: transformers loads it, every new row of the input table
and of the head is the weighted average of source rows, and every other parameter is the source model's.

usage: check_init.py MODEL MAPPING.json[.gz] OUT
"""
import gzip
import json
import sys

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

model_folder, mapping_file, out_folder = sys.argv[1:4]
torch.set_num_threads(1)
old = AutoModelForCausalLM.from_pretrained(model_folder, dtype=torch.float32)
new = AutoModelForCausalLM.from_pretrained(out_folder)
source = AutoTokenizer.from_pretrained(model_folder).get_vocab()
target_tokenizer = AutoTokenizer.from_pretrained(out_folder)
target = target_tokenizer.get_vocab()
opener = gzip.open if mapping_file.endswith(".gz") else open
with opener(mapping_file, "rt", encoding="utf-8") as f:
    mapping = json.load(f)

assert new.config.vocab_size == len(target) == new.get_input_embeddings().weight.shape[0]
for role in ("bos", "eos", "pad"):
    assert getattr(new.config, role + "_token_id") == getattr(target_tokenizer, role + "_token_id"), role
    assert getattr(new.generation_config, role + "_token_id") == getattr(target_tokenizer, role + "_token_id"), role

worst = 0.0
rows = 0
for get in ("get_input_embeddings", "get_output_embeddings"):
    before = getattr(old, get)().weight.detach().double()
    after = getattr(new, get)().weight.detach().double()
    for token, weights in mapping:
        if weights:
            ids = [source[s] for s, _ in weights]
            p = torch.tensor([w for _, w in weights], dtype=torch.float64)
            average = (p[:, None] * before[ids]).sum(0)
            worst = max(worst, (average - after[target[token]]).abs().max().item())
            rows += 1

tables = {"model.embed_tokens.weight", "lm_head.weight"}
others = dict(old.named_parameters())
for name, parameter in new.named_parameters():
    if name not in tables:
        assert torch.equal(parameter, others[name]), name

text = target_tokenizer("Azul fell-awen.", return_tensors="pt")
new.generate(**text, max_new_tokens=5, do_sample=False)
print(f"loads; dtype {new.dtype}; {rows} rows, largest difference {worst:.2e}")
assert worst <= 1e-6
