"""Trains a small byte-level vocabulary and writes how transformers' own tokenizers, written in Python, cut texts with its old files.

Usage: byte_pairs_golden.py FOLDER, which holds training.txt.gz and lines.txt.gz (see tokenizer_golden.py)

Needs tokenizers for the training, and transformers 4, the last to have tokenizers that are not the library's. Writes vocab.json and merges.txt
to FOLDER/byte-pairs, and byte-pairs.golden.json.gz: ids of every line by GPT-2's way, by that with a space before texts, and by Qwen 2's.
"""

import gzip
import json
import os
import shutil
import sys

from tokenizers import Tokenizer, models, pre_tokenizers, trainers
from transformers.models.gpt2.tokenization_gpt2 import GPT2Tokenizer
from transformers.models.qwen2.tokenization_qwen2 import Qwen2Tokenizer

folder = sys.argv[1]
MORE = ["we'll CAN'T I'm", "one\n\ntwo\n \n three", "x1234 5", "a\u0301e\u0301", "  two  spaces  ", "\u3000wide"]


def read(name):
    with gzip.open(os.path.join(folder, name), "rb") as f:
        return f.read().decode("utf-8").split("\n")[:-1]


tokenizer = Tokenizer(models.BPE())
tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
trainer = trainers.BpeTrainer(
    vocab_size=700, special_tokens=["<|endoftext|>"], initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False)
tokenizer.train_from_iterator(read("training.txt.gz"), trainer)
made = os.path.join(folder, "byte-pairs")
shutil.rmtree(made, ignore_errors=True)
os.mkdir(made)
tokenizer.model.save(made)
files = [os.path.join(made, name) for name in ("vocab.json", "merges.txt")]
lines = read("lines.txt.gz") + MORE
kinds = {
    "gpt2": GPT2Tokenizer(*files),
    "gpt2-prefix": GPT2Tokenizer(*files, add_prefix_space=True),
    "qwen2": Qwen2Tokenizer(*files),
}
golden = [{"text": line, **{kind: each.encode(line, add_special_tokens=False) for kind, each in kinds.items()}} for line in lines]
with open(os.path.join(folder, "byte-pairs.golden.json.gz"), "wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as f:
    f.write(json.dumps(golden, ensure_ascii=False).encode("utf-8"))
