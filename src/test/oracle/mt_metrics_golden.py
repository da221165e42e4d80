"""Writes the golden file of the `eval` tests with sacreBLEU: sentence pairs in several scripts and their scores.

usage: mt_metrics_golden.py OUT.json
"""
import json
import sys

import sacrebleu
from sacrebleu.metrics import BLEU, CHRF

pairs = [
    ("Tom yeqqim deg uxxam.", "Tom yeqqim deg wexxam-is."),
    ("Ur ẓriɣ ara anida i tella.", "Ur ẓriɣ ara anda tella yemma-s."),
    ("Мин китап укыйм.", "Мин бүген кызык китап укыдым."),
    ("Ул Казанда яши, шулай бит?", "Ул Казанда яши, әйе бит?"),
    ("Ես գիրք եմ կարդում։", "Ես այսօր հետաքրքիր գիրք եմ կարդում։"),
    ("", "An empty translation has no n-grams."),
    ("something where nothing is wanted", ""),
    ("", ""),
    ("a", "a"),
    ("Hello, world! (It's 3.14, isn't it?)", "Hello world: it is 3.14 -- isn't it?"),
    ("The price is $1,000.50 - 10% off.", "The price was $1,000.5, 10% off."),
    ("&quot;Tom&quot; &amp; Mary &lt;3", "\"Tom\" & Mary <3"),
    ("2020-2021: 5-year plan", "2020-2021: a 5-year plan"),
    ("<skipped> nothing here", "nothing here"),
    ("...", "…"),
    ("日本語の文です。", "これは日本語の文です。"),
    ("emoji 😀😃 test 𝔘𝔫𝔦", "emoji 😀😄 test 𝔘𝔫𝔦𝔠"),
    ("non\u00a0breaking and\u3000wide\u200bzero spaces\u001ehere", "non breaking and wide zero spaces here"),
    ("'quoted' \"words\" [in] {braces}", "'quoted words' in braces!"),
    ("trailing spaces   ", "  leading spaces"),
    ("the cat sat on the mat , the cat sat on the mat", "the cat sat on the mat"),
    ("!", "?"),
]
hyps = [h for h, _ in pairs]
refs = [r for _, r in pairs]
chrf, chrfpp, bleu = CHRF(), CHRF(word_order=2), BLEU()
subsets = [list(range(len(pairs))), [0, 1], [4], [5], [2, 3, 4, 9], [10, 11, 12], [21], [7], [15, 16], [5, 6]]


def corpus(metric, rows):
    return metric.corpus_score([hyps[i] for i in rows], [[refs[i] for i in rows]]).score


out = {
    "sacrebleu": sacrebleu.__version__,
    "pairs": [{"hyp": h, "ref": r, "chrf": chrf.sentence_score(h, [r]).score, "chrf++": chrfpp.sentence_score(h, [r]).score}
              for h, r in pairs],
    "corpora": [{"rows": rows, "chrf": corpus(chrf, rows), "chrf++": corpus(chrfpp, rows), "bleu": corpus(bleu, rows)}
                for rows in subsets],
}
out["signatures"] = {"chrf": str(chrf.get_signature()), "chrf++": str(chrfpp.get_signature()), "bleu": str(bleu.get_signature())}
with open(sys.argv[1], "w", encoding="utf-8") as f:
    json.dump(out, f, ensure_ascii=False, indent=1)
