"""Writes what transformers makes of scores before a token is chosen, and the texts that its generate finds.

Usage: generation_golden.py STORIES260K_FOLDER OUT.json.gz

Needs torch and transformers. Everything in float32 on the processor. The file holds token ids, scores and the texts that end some cases.
"""

import gzip
import json
import sys

import torch
from transformers import AutoModelForCausalLM, GenerationConfig, PreTrainedTokenizerFast

torch.set_num_threads(1)
folder, out = sys.argv[1:3]
model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
tokenizer = PreTrainedTokenizerFast(tokenizer_file=folder + "/tokenizer.json")
bos, eos = model.config.bos_token_id, model.config.eos_token_id
generator = torch.Generator().manual_seed(11)

# What changes scores, in the order in which transformers does it.
SHAPINGS = [
    dict(repetition_penalty=1.3),
    dict(repetition_penalty=0.7),
    dict(no_repeat_ngram_size=1),
    dict(no_repeat_ngram_size=2),
    dict(no_repeat_ngram_size=3),
    dict(repetition_penalty=1.2, no_repeat_ngram_size=2),
    dict(do_sample=True, temperature=0.5),
    dict(do_sample=True, temperature=1.7),
    dict(do_sample=True, top_k=1),
    dict(do_sample=True, top_k=5),
    dict(do_sample=True, top_k=1000),
    dict(do_sample=True, top_p=0.1),
    dict(do_sample=True, top_p=0.6),
    dict(do_sample=True, top_p=0.95),
    dict(do_sample=True, min_p=0.05),
    dict(do_sample=True, min_p=0.4),
    dict(do_sample=True, min_p=1.0),
    dict(do_sample=True, temperature=0.7, top_k=10, top_p=0.8),
    dict(do_sample=True, temperature=1.3, top_p=0.9, min_p=0.1),
    dict(do_sample=True, top_k=7, min_p=0.2),
    dict(do_sample=True, temperature=2.0, top_k=12, top_p=0.7, min_p=0.15, repetition_penalty=1.4, no_repeat_ngram_size=2),
    dict(do_sample=True, temperature=0.3, top_p=0.99, repetition_penalty=0.8, no_repeat_ngram_size=1),
]
V = 41
shaped = []
for number in range(6 * len(SHAPINGS)):
    options = SHAPINGS[number % len(SHAPINGS)]
    # Few different tokens, so that they repeat; scores flat and steep.
    text = torch.randint(0, 6 if number % 2 else V, (1, 3 + number % 17), generator=generator)
    scores = torch.randn((1, V), generator=generator) * (0.5 + number % 5)
    config = GenerationConfig(**{**dict(top_k=0, do_sample=False), **options})
    processors = model._get_logits_processor(config, input_ids_seq_length=text.shape[1])
    made = processors(text, scores.clone())
    shaped.append({
        "options": options, "text": text[0].tolist(), "scores": scores[0].tolist(),
        "made": [None if x == float("-inf") else x for x in made[0].tolist()]})

LINES = [
    "", "Once upon a time", "Tom and Lily were", "The dog", "One day, a girl named Sue went to the park with her mom and",
    "She said,", "They were very happy. They played all day. They"]
prompts = [[bos] + tokenizer.encode(line, add_special_tokens=False) for line in LINES]
# Tokens that end texts now and then, so that texts of all lengths are found.
enders = sorted({i for word in [".", "!", "▁and", "▁was"] if (i := tokenizer.convert_tokens_to_ids(word)) is not None})

TOGETHER = [
    dict(max_new_tokens=40),
    dict(max_new_tokens=60, eos_token_id=[eos] + enders),
    dict(max_new_tokens=25, num_beams=4),
    dict(max_new_tokens=25, num_beams=4, eos_token_id=[eos] + enders),
    dict(max_new_tokens=20, num_beams=3, length_penalty=0.0, eos_token_id=[eos] + enders[:1]),
]
ALONE = [
    dict(max_new_tokens=40, repetition_penalty=1.3),
    dict(max_new_tokens=40, no_repeat_ngram_size=2),
    dict(max_new_tokens=40, no_repeat_ngram_size=3, repetition_penalty=1.1),
    dict(max_new_tokens=30, do_sample=True, top_k=1),
    dict(max_new_tokens=25, num_beams=2, length_penalty=2.0, eos_token_id=[eos] + enders),
    dict(max_new_tokens=25, num_beams=5, length_penalty=-1.0, eos_token_id=[eos] + enders),
    dict(max_new_tokens=25, num_beams=4, length_penalty=0.5, early_stopping=True, eos_token_id=[eos] + enders),
    dict(max_new_tokens=25, num_beams=4, early_stopping="never", eos_token_id=[eos] + enders),
    dict(max_new_tokens=25, num_beams=3, early_stopping="never", length_penalty=-0.5, eos_token_id=[eos] + enders[:1]),
    dict(max_new_tokens=25, num_beams=3, early_stopping=True, length_penalty=0.0, eos_token_id=[eos] + enders[:1]),
    dict(max_new_tokens=25, num_beams=4, no_repeat_ngram_size=2),
    dict(max_new_tokens=25, num_beams=3, repetition_penalty=1.2, no_repeat_ngram_size=3, eos_token_id=[eos] + enders[:1]),
    dict(max_new_tokens=40, stop_strings=["the"]),
    dict(max_new_tokens=40, stop_strings=["ed to", "n a ", ". S"]),
    dict(max_new_tokens=25, num_beams=3, stop_strings=[". T", "and"]),
    dict(max_new_tokens=25, num_beams=4, early_stopping=True, stop_strings=["ed"], eos_token_id=[eos] + enders[:1]),
]


def generate(rows, options):
    longest = max(map(len, rows))
    ids = torch.tensor([[0] * (longest - len(row)) + row for row in rows])
    mask = torch.tensor([[0] * (longest - len(row)) + [1] * len(row) for row in rows])
    beams = options.get("num_beams", 1)
    result = model.generate(
        ids, attention_mask=mask, num_return_sequences=beams, return_dict_in_generate=True, output_scores=True, tokenizer=tokenizer,
        **{**dict(pad_token_id=0, bos_token_id=bos, eos_token_id=eos, do_sample=False, num_beams=1), **options})
    made = result.sequences[:, longest:].tolist()
    scores = result.sequences_scores.tolist() if beams > 1 else None
    return [
        {"ids": made[k * beams:(k + 1) * beams], "scores": scores and scores[k * beams:(k + 1) * beams]} for k in range(len(rows))]


texts = []
with torch.no_grad():
    for options in TOGETHER:
        texts.append({"options": options, "made": generate(prompts, options)})
    for options in ALONE:
        texts.append({"options": options, "made": [generate([row], options)[0] for row in prompts]})

golden = {"prompts": prompts, "stops": [eos] , "shaped": shaped, "texts": texts}
with gzip.GzipFile(out, "wb", mtime=0) as f:
    f.write(json.dumps(golden).encode())
