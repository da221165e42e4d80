"""Compares what `hydra translate --beam 1 --template plain` wrote with greedy decoding by transformers: the prompt embedded
through the source head's table, the answer scored by the target head's.

usage: check_hydra.py HYDRA FROM TO LINES OUR_TRANSLATION [MAX_TOKENS]
"""
import sys

import torch
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM, AutoTokenizer

hydra, source, target, lines, ours = sys.argv[1:6]
limit = int(sys.argv[6]) if len(sys.argv) > 6 else 128
torch.set_num_threads(1)
body = AutoModelForCausalLM.from_pretrained(hydra + "/body", dtype=torch.float32).model


def head(tag):
    tables = load_file(f"{hydra}/heads/{tag}/tables.safetensors")
    return AutoTokenizer.from_pretrained(f"{hydra}/heads/{tag}"), tables["input"].float(), tables.get("head", tables["input"]).float()


source_tokenizer, source_input, _ = head(source)
target_tokenizer, target_input, target_head = head(target)


@torch.no_grad()
def translate(text):
    ids = source_tokenizer(text, add_special_tokens=False)["input_ids"]
    ids = [source_tokenizer.bos_token_id] + ids + [source_tokenizer.eos_token_id]
    step = torch.cat([source_input[ids], target_input[[target_tokenizer.bos_token_id]]])[None]
    cache, out = None, []
    while len(out) < limit:
        result = body(inputs_embeds=step, past_key_values=cache, use_cache=True)
        cache = result.past_key_values
        token = int((result.last_hidden_state[0, -1] @ target_head.T).argmax())
        if token == target_tokenizer.eos_token_id:
            break
        out.append(token)
        step = target_input[[token]][None]
    return target_tokenizer.decode(out, skip_special_tokens=True).split("\n")[0].strip()


same = total = 0
with open(lines, encoding="utf-8") as f, open(ours, encoding="utf-8") as g:
    for text, our in zip(f, g, strict=True):
        total += 1
        theirs = translate(text.rstrip("\n"))
        if theirs == our.rstrip("\n"):
            same += 1
        else:
            print("differs:", repr(text), repr(theirs), repr(our))
print(f"{same} of {total} lines alike")
assert same == total
