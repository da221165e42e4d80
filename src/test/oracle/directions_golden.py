"""Writes losses and gradients of mixed sequences in both directions, by transformers and torch, for DirectionsTest.

Usage: directions_golden.py MODEL_FOLDER OUT.json

The model is the body and one language; its own table once more, frozen, is the other language. The template is "plain": the bos, the
source and the eos through the source's table, then the bos, the target and the eos through the target's, of which what follows the bos is predicted.
"smoothed" is "there" with label smoothing, whose loss is that of the smoothed labels.
"""

import json
import sys

import torch
import torch.nn.functional as F
from transformers import AutoModelForCausalLM, PreTrainedTokenizerFast

torch.set_num_threads(1)
folder, out = sys.argv[1:]
source, target = "The dog ran to the sea.", "A red cat sat."
tokenizer = PreTrainedTokenizerFast(tokenizer_file=folder + "/tokenizer.json")


def gradients(there, smoothing):
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    own = model.get_input_embeddings().weight
    other = own.detach().clone()
    bos, eos = model.config.bos_token_id, model.config.eos_token_id
    encode = lambda text: tokenizer.encode(text, add_special_tokens=False)
    asked, answer = (source, target) if there else (target, source)
    prompt = [bos] + encode(asked) + [eos]
    written = [bos] + encode(answer) + [eos]
    read_table, written_table = (other, own) if there else (own, other)
    inputs = torch.cat([F.embedding(torch.tensor(prompt), read_table), F.embedding(torch.tensor(written[:-1]), written_table)])
    hidden = model.model(inputs_embeds=inputs[None]).last_hidden_state[0, len(prompt):]
    scores = F.linear(hidden, written_table)
    loss = F.cross_entropy(scores, torch.tensor(written[1:]), reduction="sum", label_smoothing=smoothing)
    loss.backward()
    squares = {}
    for name, parameter in model.named_parameters():
        gradient = parameter.grad
        squares[name] = (0.0 if gradient is None else gradient.double().square().sum().item())
    row = encode(asked)[0] if not there else encode(answer)[0]
    return {
        "loss": loss.item(),
        "norms": {name: square ** 0.5 for name, square in squares.items()},
        "row": row,
        "rowGradient": own.grad[row].tolist(),
    }


golden = {"source": source, "target": target, "there": gradients(True, 0.0), "back": gradients(False, 0.0),
          "smoothed": gradients(True, 0.1)}
with open(out, "w") as f:
    json.dump(golden, f, indent=1)
