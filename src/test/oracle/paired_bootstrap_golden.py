"""Writes the golden file of the paired bootstrap with sacreBLEU's own: two systems, the draws, the scores of each draw and the p-value.

usage: paired_bootstrap_golden.py OUT.json
"""
import json
import random
import sys

import numpy as np
import sacrebleu
from sacrebleu.metrics import BLEU, CHRF
from sacrebleu.significance import Result, _paired_bs_test

SENTENCES, SAMPLES, SEED = 40, 60, 7
words = "Tom yeqqim deg uxxam ad yeččɣen aman aksum tura iḍelli azekka wwet ur ẓriɣ ara anida i tella yemma".split()
rng = random.Random(1)


def changed(text, share):
    return " ".join(rng.choice(words) if rng.random() < share else word for word in text.split())


references = [" ".join(rng.choice(words) for _ in range(rng.randint(4, 12))) + "." for _ in range(SENTENCES)]
baseline = [changed(text, 0.45) for text in references]
system = [changed(text, 0.40) for text in references]
draws = np.random.default_rng(SEED).choice(SENTENCES, size=(SAMPLES, SENTENCES), replace=True)  # as _paired_bs_test draws
out = {"sacrebleu": sacrebleu.__version__, "references": references, "baseline": baseline, "system": system, "draws": draws.tolist()}
for name, metric in (("chrf", CHRF()), ("bleu", BLEU())):
    stats = {key: np.array(metric._extract_corpus_statistics(texts, [references])) for key, texts in (("baseline", baseline), ("system", system))}
    base = metric._aggregate_and_compute(stats["baseline"].tolist())
    info = {name: (stats["baseline"].tolist(), Result(base.score))}
    _, results = _paired_bs_test(info, "system", system, [references], {name: metric}, n_samples=SAMPLES, seed=SEED)
    scores = {key: [metric._compute_score_from_stats(s.sum(0)).score for s in values[draws]] for key, values in stats.items()}
    ordered = np.sort(np.array(scores["system"]) - np.array(scores["baseline"]))
    out[name] = {"baseline": base.score, "system": results[name].score, "p": results[name].p_value,
                 "baseline_draws": scores["baseline"], "system_draws": scores["system"],
                 "difference_low": ordered[round(0.025 * (SAMPLES - 1))], "difference_high": ordered[round(0.975 * (SAMPLES - 1))]}
    reference = _paired_bs_test(info, "system", system, [references], {name: metric}, n_samples=1000, seed=12345)[1][name]
    out[name]["p_of_thousand"] = reference.p_value
with open(sys.argv[1], "w", encoding="utf-8") as f:
    json.dump(out, f, ensure_ascii=False)
