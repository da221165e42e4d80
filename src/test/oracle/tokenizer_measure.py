"""Compares a tokenizer folder between Hydra Workbench and transformers: ids of every line, and decoding back.

    python tokenizer_measure.py --hydra "app/target/dist/bin/hydra" --tokenizer DIR --lines 10000 FILE...

FILE is UTF-8, .gz allowed; of a .tsv[.gz] the column --column is taken. Hard lines are added: digits, double spaces, tabs,
spaces at both ends, characters that no tokenizer has, a literal <0x41>, the empty line.
Prints counts as JSON; ends with 1 when anything differs.
"""

import argparse
import gzip
import json
import shlex
import subprocess
import sys
import unicodedata

from transformers import AutoTokenizer, __version__

HARD = [
    "", " ", "   ", "12 345,67", "a  b   c", " leading", "trailing  ", "tab\tand\t\ttab", "<0x41> <0xZZ>", "\u00a0x\u3000y",
    "e\u0301 \u1100\u1161\u11a8", "\U0001f600\U0001f468\u200d\U0001f469", "\ue000\U0010ffff", "don't - it's 'quoted'", "\r", "x\r",
    "日本語と中文", "ภาษาไทย", "नमस्ते", "x" * 5000, "1" * 3000, "½²①", "a\u0301\u0323\u0307",
]


def lines_of(path, column):
    with (gzip.open if path.endswith(".gz") else open)(path, "rb") as f:
        for line in f.read().decode("utf-8").split("\n"):
            if ".tsv" in path:
                parts = line.split("\t")
                if len(parts) > column:
                    yield parts[column]
            elif line:
                yield line


def hydra(command, subcommand, folder, data):
    done = subprocess.run(shlex.split(command) + ["tokenizer", subcommand, "--tokenizer", folder], input=data, stdout=subprocess.PIPE)
    if done.returncode:
        sys.exit(f"hydra tokenizer {subcommand} ended with {done.returncode}")
    return done.stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hydra", required=True)
    parser.add_argument("--tokenizer", required=True)
    parser.add_argument("--lines", type=int, default=10000)
    parser.add_argument("--column", type=int, default=1)
    parser.add_argument("files", nargs="+")
    args = parser.parse_args()

    reference = AutoTokenizer.from_pretrained(args.tokenizer)
    bad = 0
    for path in args.files:
        lines = HARD + list(lines_of(path, args.column))[: args.lines]
        data = "".join(line + "\n" for line in lines).encode("utf-8")
        encoded = hydra(args.hydra, "encode", args.tokenizer, data)
        ours = [json.loads(line) for line in encoded.decode("ascii").splitlines()]
        theirs = [reference.encode(line, add_special_tokens=False) for line in lines]
        wanted = [unicodedata.normalize("NFC", line) for line in lines]
        decoded = hydra(args.hydra, "decode", args.tokenizer, encoded).decode("utf-8").split("\n")[:-1]
        result = {
            "file": path.rsplit("/", 1)[-1],
            "transformers": __version__,
            "lines": len(lines),
            "tokens": sum(map(len, theirs)),
            "lines with other ids": sum(a != b for a, b in zip(ours, theirs)) + abs(len(ours) - len(theirs)),
            "lines not decoded back here": sum(a != b for a, b in zip(decoded, wanted)) + abs(len(decoded) - len(wanted)),
            "lines not decoded back by transformers": sum(reference.decode(i) != w for i, w in zip(theirs, wanted)),
        }
        bad += sum(v for k, v in result.items() if k.startswith("lines "))
        print(json.dumps(result))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
