"""Trains small models of SentencePiece and writes how the library itself cuts texts with them.

Usage: sentencepiece_golden.py FOLDER STORIES_JSON

FOLDER holds training.txt.gz and lines.txt.gz (see tokenizer_golden.py), STORIES_JSON is the tokenizer.json of stories260K.

Needs sentencepiece and, to see that transformers agrees, transformers and protobuf. For each case NAME.model and
NAME.sentencepiece.json.gz: the ids of every line, those in MORE last, and the text that these are decoded to. stories260K.model is the model that STORIES_JSON was once
made of: its pieces with the scores that SentencePiece gives them, one less for each.
"""

import gzip
import io
import json
import os
import sys
import tempfile

import sentencepiece
from sentencepiece import sentencepiece_model_pb2
from transformers import AutoTokenizer

MORE = [
    "a <sep> b", "x<sep>y<sep>", "  two  spaces <sep>  x ", "▁literal ▁ mark", " ▁x", "x ▁ ▁", "<s> and </s>", "<unk>", "\u3000wide\u3000 space",
    "Tom\u00a0yella", "one\n\ntwo\n\n\nthree", "a<start_of_turn>user", "ﬁnance Ⅷ ＡＢＣ", "x" * 300, "tab\t", "\t", "     ", "a     b",
]
# A few rules instead of the 240 KB of NFKC: full-width letters, a ligature, an ideographic space, a zero-width space that goes.
RULES = [("FF21", "41"), ("FF22", "42"), ("FF23", "43"), ("FB01", "66 69"), ("3000", "20"), ("A0", "20"), ("9", "20"), ("200B", ""), ("2167", "56 49 49 49")]

COMMON = dict(character_coverage=0.999, num_threads=1, hard_vocab_limit=False, minloglevel=2)
CASES = {
    # As Llama 2 and its kin have it.
    "llama": dict(
        model_type="bpe", vocab_size=900, byte_fallback=True, normalization_rule_name="identity", remove_extra_whitespaces=False, split_digits=True,
        allow_whitespace_only_pieces=True, user_defined_symbols=["<sep>"]),
    # As Gemma has it: no space before a text, runs of spaces and line ends as symbols, other numbers for special tokens.
    "gemma": dict(
        model_type="bpe", vocab_size=900, byte_fallback=True, normalization_rule_name="identity", remove_extra_whitespaces=False, split_digits=True,
        add_dummy_prefix=False, pad_id=0, eos_id=1, bos_id=2, unk_id=3, pad_piece="<pad>", eos_piece="<eos>", bos_piece="<bos>",
        user_defined_symbols=["<start_of_turn>", "<end_of_turn>", "▁▁", "▁▁▁", "\n\n", "<sep>"]),
    "merged": dict(model_type="bpe", vocab_size=500, byte_fallback=False, rules=True),
    "likely": dict(model_type="unigram", vocab_size=500, byte_fallback=False, rules=True, user_defined_symbols=["<sep>"]),
    "likely-bytes": dict(
        model_type="unigram", vocab_size=700, byte_fallback=True, normalization_rule_name="identity", remove_extra_whitespaces=False),
}

folder, stories = sys.argv[1:]


def read(name):
    with gzip.open(os.path.join(folder, name), "rb") as f:
        return f.read().decode("utf-8").split("\n")[:-1]


def write(name, data):
    with open(os.path.join(folder, name), "wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as f:
        f.write(json.dumps(data, ensure_ascii=False).encode("utf-8"))


def agrees(name, lines):
    """Of how many lines transformers gives the same ids."""
    with tempfile.TemporaryDirectory() as model:
        os.symlink(os.path.abspath(os.path.join(folder, name + ".model")), os.path.join(model, "tokenizer.model"))
        json.dump(dict(tokenizer_class="LlamaTokenizer", add_bos_token=False), open(os.path.join(model, "tokenizer_config.json"), "w"))
        json.dump(dict(model_type="llama"), open(os.path.join(model, "config.json"), "w"))
        tokenizer = AutoTokenizer.from_pretrained(model)
    return sum(tokenizer.encode(line["text"], add_special_tokens=False) == line["ids"] for line in lines)


for name, options in CASES.items():
    options = dict(options)
    prefix = os.path.join(folder, name)
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as rules:
        if options.pop("rules", False):
            rules.write("".join(f"{a}\t{b}\n" for a, b in RULES))
            rules.flush()
            options["normalization_rule_tsv"] = rules.name
        made = io.BytesIO()
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(read("training.txt.gz")), model_writer=made, **COMMON, **options)
    # Where the rules lay is of no use to anybody.
    proto = sentencepiece_model_pb2.ModelProto.FromString(made.getvalue())
    proto.normalizer_spec.ClearField("normalization_rule_tsv")
    with open(prefix + ".model", "wb") as f:
        f.write(proto.SerializeToString())
    model = sentencepiece.SentencePieceProcessor(model_file=prefix + ".model")
    lines = []
    for text in read("lines.txt.gz") + MORE:
        ids = model.encode(text)
        lines.append({"text": text, "ids": ids, "decoded": model.decode(ids)})
    write(name + ".sentencepiece.json.gz", lines)
    print(name, os.path.getsize(prefix + ".model"), "bytes; transformers gives the same ids for", agrees(name, lines), "of", len(lines), "lines")

vocabulary = json.load(open(stories, encoding="utf-8"))["model"]["vocab"]
types = sentencepiece_model_pb2.ModelProto.SentencePiece
proto = sentencepiece_model_pb2.ModelProto()
for piece, id in vocabulary.items():
    kind = types.UNKNOWN if id == 0 else types.CONTROL if id < 3 else types.BYTE if id < 259 else types.NORMAL
    proto.pieces.add(piece=piece, score=259 - id if id >= 259 else 0, type=kind)
proto.trainer_spec.model_type = sentencepiece_model_pb2.TrainerSpec.BPE
proto.trainer_spec.byte_fallback = True
proto.normalizer_spec.remove_extra_whitespaces = False
with open(os.path.join(folder, "stories260K.model"), "wb") as f:
    f.write(proto.SerializeToString())
