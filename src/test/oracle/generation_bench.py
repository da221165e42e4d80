"""The baseline of GenerationBench: transformers and torch, writing with a fresh model.

Usage: generation_bench.py CONFIG.json DTYPE PROMPT TOKENS THREADS

For each line on standard input it reads a prompt of PROMPT random tokens and writes TOKENS more, the best each time and none of them the
last, with the cache that transformers takes by itself, and prints the seconds that took.
"""

import sys
import time

import torch
from transformers import AutoConfig, AutoModelForCausalLM, GenerationConfig

path, dtype = sys.argv[1:3]
prompt, tokens, threads = map(int, sys.argv[3:6])
torch.set_num_threads(threads)
torch.manual_seed(0)
config = AutoConfig.from_pretrained(path)
model = AutoModelForCausalLM.from_config(config, dtype=getattr(torch, dtype)).eval()
options = GenerationConfig(do_sample=False, min_new_tokens=tokens, max_new_tokens=tokens, eos_token_id=None, pad_token_id=0)


def write():
    ids = torch.randint(0, config.vocab_size, (1, prompt))
    begun = time.perf_counter()
    with torch.inference_mode():
        written = model.generate(ids, attention_mask=torch.ones_like(ids), generation_config=options)
    assert written.shape == (1, prompt + tokens)
    return time.perf_counter() - begun


write()
print(f"ready torch {torch.__version__}", flush=True)
for line in sys.stdin:
    print(write(), flush=True)
