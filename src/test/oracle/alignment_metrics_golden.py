"""Writes the golden file of the alignment measures: random links with confidences, and what plain sums over sets give.

Kappa is that of scikit-learn where it is installed, else its formula over the list of all cells; nothing here counts as the
program does.

usage: alignment_metrics_golden.py OUT.json
"""
import json
import random
import sys


def kappa(first, second):
    try:
        from sklearn.metrics import cohen_kappa_score
        return float(cohen_kappa_score(first, second))
    except ImportError:
        total = len(first)
        confusion = [[sum(a == x and b == y for a, b in zip(first, second)) for y in (0, 1)] for x in (0, 1)]
        rows = [sum(r) for r in confusion]
        columns = [confusion[0][k] + confusion[1][k] for k in (0, 1)]
        expected = sum(rows[x] * columns[1 - x] / total for x in (0, 1))
        return 1 - (confusion[0][1] + confusion[1][0]) / expected


random.seed(21)
pairs, first, second, confident = [], [], [], []
A = S = AS = AP = 0
for _ in range(40):
    n, m = random.randint(0, 9), random.randint(0, 9)
    cells = [(i, j) for i in range(n) for j in range(m)]
    gold = {c: random.choice("SSP") for c in cells if random.random() < 0.2}
    found = {c: round(random.random(), 3) for c in cells if random.random() < (0.8 if c in gold else 0.05)}
    A += len(found)
    S += sum(v == "S" for v in gold.values())
    AS += sum(gold.get(c) == "S" for c in found)
    AP += len(set(found) & set(gold))
    first += [int(c in gold) for c in cells]
    second += [int(c in found) for c in cells]
    confident += [(v, c in gold) for c, v in found.items()]
    pairs.append({
        "sources": n,
        "targets": m,
        "gold": " ".join(f"{i}-{j}{s}" for (i, j), s in gold.items()),
        "found": " ".join(f"{i}-{j}:{v}" for (i, j), v in found.items()),
    })
bins = [[x for x in confident if int(x[0] * 1000) // 100 == b or (b == 9 and x[0] == 1)] for b in range(10)]
precision, recall = AP / A, AS / S
figures = {
    "aer": 1 - (AS + AP) / (A + S),
    "precision": precision,
    "recall": recall,
    "f1": 2 / (1 / precision + 1 / recall),
    "kappa": kappa(first, second),
    "counts": [len(b) for b in bins],
    "expected_calibration_error": sum(abs(sum(c for c, _ in b) - sum(r for _, r in b)) for b in bins) / A,
}
json.dump({"pairs": pairs, "figures": figures}, open(sys.argv[1], "w"), indent=1)
