"""The baseline of TrainingBench: transformers and torch, training a fresh Llama.

Usage: train_bench.py CONFIG.json BATCH LENGTH THREADS [compiled]

For each line on standard input, a number of steps, it does so many steps of forward, backward, clipping and AdamW
(torch's fused one) on random tokens, and prints the seconds they took.
"""

import sys
import time

import torch
from transformers import AutoConfig, AutoModelForCausalLM

path, batch, length, threads = sys.argv[1], *map(int, sys.argv[2:5])
torch.set_num_threads(threads)
torch.manual_seed(0)
config = AutoConfig.from_pretrained(path)
model = AutoModelForCausalLM.from_config(config, dtype=torch.float32).train()
optimiser = torch.optim.AdamW(model.parameters(), lr=1e-4, betas=(0.9, 0.95), weight_decay=0.01, fused=True)


def step():
    ids = torch.randint(0, config.vocab_size, (batch, length))
    loss = model(input_ids=ids, labels=ids, use_cache=False).loss
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()
    optimiser.zero_grad(set_to_none=True)
    return loss.item()


step()
print(f"ready torch {torch.__version__}", flush=True)
for line in sys.stdin:
    begun = time.perf_counter()
    for _ in range(int(line)):
        step()
    print(time.perf_counter() - begun, flush=True)
