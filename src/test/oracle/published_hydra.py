"""A Hydra in the layout of LlamaHydraForCausalLM (Remy et al. 2024) with torch and transformers: a Llama whose input table has more rows than
its output table. Rows from vocab_size on are those of the language that is only read; its token ids are shifted by vocab_size.

Usage: published_hydra.py make FOLDER
       published_hydra.py check FOLDER LINES OUR_TRANSLATION [MAX_TOKENS]

make writes a tiny one with random weights and golden.json with what it computes, for PublishedLayoutTest (which makes tokenizers for it: only
ids count). check compares what `hydra translate --beam 1` wrote by a Hydra with greedy decoding by the folder that `hydra export --published`
wrote of it.
"""

import json
import os
import sys

import torch
from safetensors.torch import load_file, save_file
from transformers import AutoTokenizer, LlamaConfig, LlamaForCausalLM

torch.set_num_threads(1)


class LlamaHydraForCausalLM(LlamaForCausalLM):
    def __init__(self, config):
        super().__init__(config)
        self.model.embed_tokens = torch.nn.Embedding(config.input_vocab_size, config.hidden_size)


def make(folder):
    torch.manual_seed(11)
    outputs, inputs = 40, 90
    config = LlamaConfig(
        vocab_size=outputs, hidden_size=20, intermediate_size=28, num_hidden_layers=2, num_attention_heads=2, num_key_value_heads=1,
        head_dim=10, max_position_embeddings=64, bos_token_id=1, eos_token_id=2, tie_word_embeddings=False, initializer_range=0.4)
    config.input_vocab_size = inputs
    config.output_vocab_size = outputs
    model = LlamaHydraForCausalLM(config).eval()
    torch.nn.init.normal_(model.model.embed_tokens.weight, std=0.4)
    os.makedirs(folder, exist_ok=True)
    save_file({name: tensor.contiguous() for name, tensor in model.state_dict().items()}, folder + "/model.safetensors", {"format": "pt"})
    written = json.loads(config.to_json_string(use_diff=False))
    keep = ["hidden_size", "intermediate_size", "num_hidden_layers", "num_attention_heads", "num_key_value_heads", "head_dim",
            "max_position_embeddings", "rms_norm_eps", "hidden_act", "attention_bias", "mlp_bias", "tie_word_embeddings", "bos_token_id",
            "eos_token_id", "vocab_size", "input_vocab_size", "output_vocab_size"]
    written = {key: written[key] for key in keep} | {
        "architectures": ["LlamaHydraForCausalLM"], "model_type": "llama_hydra", "rope_theta": 10000.0, "torch_dtype": "float32",
        "auto_map": {"AutoModelForCausalLM": "modeling_llama_hydra.LlamaHydraForCausalLM"}}
    with open(folder + "/config.json", "w") as f:
        json.dump(written, f, indent=1)
    source, target = [1, 7, 33, 48, 49, 3, 2], [1, 5, 39, 17, 17, 8, 2]
    ids = [outputs + i for i in source] + target
    with torch.no_grad():
        logits = model(torch.tensor([ids[:-1]])).logits[0]
    scores = logits.double().log_softmax(-1)
    first = len(source) + 1
    nll = -sum(scores[i - 1, ids[i]].item() for i in range(first, len(ids)))
    with open(folder + "/golden.json", "w") as f:
        json.dump({"source": source, "target": target, "nll": nll, "logits": logits[-1].tolist(), "first": logits[first - 1].tolist()}, f, indent=1)


def check(folder, lines, ours, limit):
    with open(folder + "/config.json") as f:
        values = json.load(f)
    config = LlamaConfig(**{key: value for key, value in values.items() if key not in ("model_type", "architectures")})
    model = LlamaHydraForCausalLM(config).eval()
    weights = {}
    for name in sorted(os.listdir(folder)):
        if name.endswith(".safetensors"):
            weights |= load_file(folder + "/" + name)
    model.load_state_dict({name: tensor.float() for name, tensor in weights.items()})
    target, source = AutoTokenizer.from_pretrained(folder), AutoTokenizer.from_pretrained(folder + "/source_tokenizer")
    same = total = 0
    with open(lines, encoding="utf-8") as f, open(ours, encoding="utf-8") as g:
        for text, our in zip(f, g, strict=True):
            read = [source.bos_token_id] + source(text.rstrip("\n"), add_special_tokens=False)["input_ids"] + [source.eos_token_id]
            ids = [config.vocab_size + i for i in read] + [target.bos_token_id]
            begin = len(ids)
            with torch.no_grad():
                while len(ids) < begin + limit:
                    token = int(model(torch.tensor([ids])).logits[0, -1].argmax())
                    if token == target.eos_token_id:
                        break
                    ids.append(token)
            theirs = target.decode(ids[begin:], skip_special_tokens=True).split("\n")[0].strip()
            total += 1
            same += theirs == our.rstrip("\n")
            if theirs != our.rstrip("\n"):
                print("differs:", repr(text), repr(theirs), repr(our))
    print(f"{same} of {total} lines alike")
    assert same == total


if sys.argv[1] == "make":
    make(sys.argv[2])
else:
    check(*sys.argv[2:5], int(sys.argv[5]) if len(sys.argv) > 5 else 128)
