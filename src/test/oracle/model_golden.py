"""Writes what transformers computes with a model, as the expectation of our tests.

Usage: model_golden.py MODEL_FOLDER TEXT_FILE(.gz) OUT.json.gz [LINES]

Needs torch and transformers. Everything in float32 on the processor. The file holds token ids, never text.
"""

import gzip
import json
import sys

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, PreTrainedTokenizerFast

torch.set_num_threads(1)
folder, text, out = sys.argv[1:4]
count = int(sys.argv[4]) if len(sys.argv) > 4 else 200
model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
tokenizer = PreTrainedTokenizerFast(tokenizer_file=folder + "/tokenizer.json")
config = model.config
bos, eos = config.bos_token_id, config.eos_token_id
opener = gzip.open if text.endswith(".gz") else open
with opener(text, "rt", encoding="utf-8", newline="\n") as f:
    lines = [next(f).rstrip("\n") for _ in range(count)]
documents = [[bos] + tokenizer.encode(line, add_special_tokens=False) + [eos] for line in lines]


def nll(ids, first):
    """Summed loss of ids[first:] given what is before; ids fit the context plus one."""
    with torch.no_grad():
        scores = model(torch.tensor([ids[:-1]])).logits[0].double().log_softmax(-1)
    return -sum(scores[i - 1, ids[i]].item() for i in range(first, len(ids)))


def windowed(ids):
    """Windows that overlap by half, each token scored once."""
    context, total, scored, start = config.max_position_embeddings, 0.0, 1, 0
    while scored < len(ids):
        end = min(start + context, len(ids) - 1)
        total += nll(ids[start : end + 1], scored - start)
        scored = end + 1
        start += context // 2
    return total


long_document = [bos] + [i for d in documents for i in d[1:-1]][:1300] + [eos]
prompt = documents[0][:-1][:6]
with torch.no_grad():
    logits = model(torch.tensor([documents[1][:-1]])).logits[0]
attention = torch.ones(1, len(prompt), dtype=torch.long)


def generate(**options):
    result = model.generate(
        torch.tensor([prompt]), attention_mask=attention, pad_token_id=0, bos_token_id=bos, eos_token_id=eos,
        return_dict_in_generate=True, output_scores=True, **options)
    ids = result.sequences[:, len(prompt):].tolist()
    score = result.sequences_scores.tolist() if options["num_beams"] > 1 else None
    return {"ids": ids, "scores": score}


golden = {
    "documents": documents,
    "nll": [nll(d, 1) for d in documents],
    "longDocument": long_document,
    "longNll": windowed(long_document),
    "logitsOf": documents[1][:-1],
    "firstLogits": [float(x) for x in logits[0]],
    "lastLogits": [float(x) for x in logits[-1]],
    "prompt": prompt,
    "greedy": generate(do_sample=False, num_beams=1, max_new_tokens=200)["ids"][0],
    "penalised": generate(do_sample=False, num_beams=1, max_new_tokens=60, repetition_penalty=1.3)["ids"][0],
    "beam": generate(do_sample=False, num_beams=4, num_return_sequences=4, max_new_tokens=40),
    "beamSum": generate(do_sample=False, num_beams=3, num_return_sequences=3, max_new_tokens=25, length_penalty=0.0),
}
golden["total"] = sum(golden["nll"])
with gzip.GzipFile(out, "wb", mtime=0) as f:
    f.write(json.dumps(golden).encode())
