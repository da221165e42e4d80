"""Makes the golden files of the tokenizer tests with the tokenizers library.

    python tokenizer_golden.py text ENG_KAB_TSV ENG_TAT_TSV ENG_HYE_TSV OUT     # training.txt.gz and lines.txt.gz, once
    python tokenizer_golden.py golden TOKENIZER_JSON OUT/NAME.json.gz OUT       # merges and encodings
    python tokenizer_golden.py small OUT                                        # small tokenizers of other kinds

`text` takes Tatoeba sentences (CC BY 2.0 FR). `golden` takes the normaliser, pre-tokenizer and decoder from TOKENIZER_JSON,
which `hydra tokenizer train --character-coverage 1` wrote for training.txt.gz, trains the library's own BPE trainer with them on
the same text, and writes its merges and how the outcome encodes lines.txt.gz, with offsets and decoded text.
"""

import gzip
import json
import random
import sys

from tokenizers import AddedToken, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

HARD = [
    "", " ", "   ", "12 345,67", "a  b   c", " leading", "trailing  ", "tab\tand\t\ttab", "<0x41> <0xZZ>", "\u00a0x\u3000y",
    "e\u0301 \u1100\u1161\u11a8", "\U0001f600\U0001f468\u200d\U0001f469", "\ue000\U0010ffff", "don't - it's 'quoted'", "x\r",
    "日本語と中文", "ภาษาไทยสวยงาม", "नमस्ते दुनिया", "½²①", "a\u0301\u0323\u0307", "déjà vu", "\u0000null",
]
SPECIAL = ["<unk>", "<s>", "</s>", "<pad>"]


def read(path):
    with gzip.open(path, "rb") as f:
        return f.read().decode("utf-8").split("\n")[:-1]


def write(path, data):
    with open(path, "wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as f:
        f.write(data.encode("utf-8"))


def text(kabyle, tatar, armenian, out):
    rng = random.Random(1)
    columns = lambda path: [p for p in (line.split("\t") for line in read(path)) if len(p) > 1]
    kab, tat, hye = columns(kabyle), columns(tatar), columns(armenian)
    for rows in (kab, tat, hye):
        rng.shuffle(rows)
    train = [s for row in kab[:700] for s in row[:2]] + [row[1] for row in tat[:200]] + [row[1] for row in hye[:150]]
    write(out + "/training.txt.gz", "".join(s + "\n" for s in train))
    lines = HARD + [s for row in kab[700:790] for s in row[:2]] + [r[1] for r in tat[200:250]] + [r[1] for r in hye[150:200]]
    write(out + "/lines.txt.gz", "".join(s + "\n" for s in lines))


def encodings(tokenizer, lines):
    rows = []
    for line in lines:
        e = tokenizer.encode(line, add_special_tokens=False)
        rows.append({"ids": e.ids, "starts": [o[0] for o in e.offsets], "ends": [o[1] for o in e.offsets],
                     "decoded": tokenizer.decode(e.ids, skip_special_tokens=False)})
    return rows


def golden(ours, out, folder):
    config = json.load(open(ours, encoding="utf-8"))
    model = config["model"]
    characters = len(model["vocab"]) - len(model["merges"])
    byte_pieces = [p for p in model["vocab"] if model["byte_fallback"] and len(p) == 6 and p.startswith("<0x")]
    stem = dict(config, model={"type": "BPE", "vocab": {}, "merges": []}, added_tokens=[])
    tokenizer = Tokenizer.from_str(json.dumps(stem))
    alphabet = pre_tokenizers.ByteLevel.alphabet() if config["decoder"]["type"] == "ByteLevel" else []
    trainer = trainers.BpeTrainer(vocab_size=len(model["vocab"]) - len(byte_pieces), min_frequency=2, show_progress=False,
                                  special_tokens=SPECIAL, initial_alphabet=alphabet)
    tokenizer.train_from_iterator(read(folder + "/training.txt.gz"), trainer)
    trained = json.loads(tokenizer.to_str())["model"]
    rest = sorted((i, p) for p, i in trained["vocab"].items() if p not in SPECIAL)
    pieces = SPECIAL + byte_pieces + [p for _, p in rest]
    assert len(pieces) - len(trained["merges"]) == characters, (len(pieces), len(trained["merges"]), characters)
    whole = dict(config, model=dict(model, vocab={p: i for i, p in enumerate(pieces)}, merges=trained["merges"]))
    rows = encodings(Tokenizer.from_str(json.dumps(whole)), read(folder + "/lines.txt.gz"))
    write(out, json.dumps({"merges": trained["merges"], "lines": rows}, ensure_ascii=False, separators=(",", ":")))


def small(folder):
    corpus = read(folder + "/training.txt.gz")
    wordpiece = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    wordpiece.normalizer = normalizers.BertNormalizer(lowercase=True)
    wordpiece.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    wordpiece.decoder = decoders.WordPiece()
    names = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    wordpiece.train_from_iterator(corpus, trainers.WordPieceTrainer(vocab_size=600, special_tokens=names, show_progress=False))
    wordpiece.enable_truncation(4)
    wordpiece.enable_padding(length=8)

    unigram = Tokenizer(models.Unigram())
    unigram.normalizer = normalizers.NFKC()
    unigram.pre_tokenizer = pre_tokenizers.Metaspace()
    unigram.decoder = decoders.Metaspace()
    unigram.train_from_iterator(corpus, trainers.UnigramTrainer(vocab_size=500, special_tokens=["<unk>"], unk_token="<unk>", show_progress=False))

    # Like Llama 3: bytes, two special tokens that are no part of the vocabulary, nothing for unknown or padding.
    bytes_ = Tokenizer(models.BPE())
    bytes_.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bytes_.decoder = decoders.ByteLevel()
    bytes_.train_from_iterator(corpus, trainers.BpeTrainer(vocab_size=700, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False))
    bytes_.add_special_tokens([AddedToken("<|begin_of_text|>", special=True), AddedToken("<|end_of_text|>", special=True)])

    lines = read(folder + "/lines.txt.gz")
    for name, tokenizer in {"wordpiece": wordpiece, "unigram": unigram, "bytes": bytes_}.items():
        tokenizer.save(f"{folder}/{name}.tokenizer.json", pretty=False)
        tokenizer.no_truncation()
        tokenizer.no_padding()
        write(f"{folder}/{name}.golden.json.gz", json.dumps({"lines": encodings(tokenizer, lines)}, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    {"text": text, "golden": golden, "small": small}[sys.argv[1]](*sys.argv[2:])
