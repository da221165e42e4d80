"""Golden values for the diagonal alignment model, from the formulas of the paper and nothing faster.

Dyer, Chahuneau and Smith 2013, "A Simple, Fast, and Effective Reparameterization of IBM Model 2", with variational Bayes
(t = exp(digamma(c + alpha) - digamma(sum(c + alpha)))). Z is summed term by term. The gradient of the tension is that
of the authors' program, see gradient().

usage: diagonal.py PAIRS PASSES OUT

PAIRS: lines 'source ||| target', tokens between single spaces. OUT: a TSV of
  tension  DIRECTION  VALUE
  t        DIRECTION  GIVEN  GENERATED  VALUE     (GIVEN is <null> for NULL)
  p        DIRECTION  PAIR  GIVEN_INDEX  GENERATED_INDEX  VALUE     (GIVEN_INDEX -1 for NULL)
"""
import collections
import math
import sys

import mpmath

NULL_PROBABILITY = 0.08
TENSION = 4.0
ALPHA = 0.01


def digamma(x):
    return float(mpmath.digamma(x))


def h(i, j, n, m):
    return -abs(i / n - j / m)


def z(j, n, m, tension):
    return sum(math.exp(tension * h(i, j, n, m)) for i in range(1, n + 1))


def exchanged_z(j, n, m, tension):
    """Z of place j with the lengths exchanged, as the program has it: the places 1..m of the given side around j/n.

    Beyond the end (j > n) k = floor(j*m/n) lies above m; the part below the diagonal then has k terms and the part above,
    whose number of terms m - k is negative, is summed to infinity.
    """
    k = j * m // n
    below = sum(math.exp(tension * h(i, j, m, n)) for i in range(1, k + 1))
    end = m if k <= m else k + 200 * m
    return below + sum(math.exp(tension * h(i, j, m, n)) for i in range(k + 1, end + 1))


def posteriors(given, generated, t, tension):
    """rows[j][i], i = 0 for NULL."""
    n, m = len(given), len(generated)
    rows = []
    for j in range(1, m + 1):
        f = generated[j - 1]
        norm = z(j, n, m, tension)
        row = [NULL_PROBABILITY * t(None, f)]
        for i in range(1, n + 1):
            row.append((1 - NULL_PROBABILITY) * math.exp(tension * h(i, j, n, m)) / norm * t(given[i - 1], f))
        total = sum(row)
        rows.append([value / total for value in row])
    return rows


def fitted(tension, posterior_sum, tokens, shapes):
    for _ in range(8):
        prior_sum = 0.0
        for (n, m), count in sorted(shapes.items()):
            for j in range(1, m + 1):
                inner = sum(h(i, j, n, m) * math.exp(tension * h(i, j, n, m)) for i in range(1, n + 1))
                prior_sum += count * inner / exchanged_z(j, n, m, tension)
        tension += 20 * (posterior_sum - prior_sum) / tokens
        tension = min(max(tension, 0.1), 14.0)
    return tension


def train(pairs, passes, log):
    tension = TENSION
    table = None
    t = lambda e, f: 1.0
    tokens = sum(len(generated) for _, generated in pairs)
    shapes = collections.Counter((len(given), len(generated)) for given, generated in pairs)
    for number in range(1, passes):
        counts = collections.defaultdict(lambda: collections.defaultdict(float))
        posterior_sum = 0.0
        for given, generated in pairs:
            n, m = len(given), len(generated)
            for j, row in enumerate(posteriors(given, generated, t, tension), start=1):
                counts[None][generated[j - 1]] += row[0]
                for i in range(1, n + 1):
                    counts[given[i - 1]][generated[j - 1]] += row[i]
                    posterior_sum += row[i] * h(i, j - 1, n, m)
        if number > 1:
            tension = fitted(tension, posterior_sum, tokens, shapes)
        print(log, number, posterior_sum / tokens, tension, file=sys.stderr)
        table = {}
        for e, row in counts.items():
            norm = digamma(sum(value + ALPHA for value in row.values()))
            table[e] = {f: math.exp(digamma(value + ALPHA) - norm) for f, value in row.items()}
        t = lambda e, f: table[e][f]
    return table, t, tension


def main():
    lines = [line.rstrip("\n").split(" ||| ") for line in open(sys.argv[1], encoding="utf-8")]
    both = [(source.split(" "), target.split(" ")) for source, target in lines]
    passes = int(sys.argv[2])
    with open(sys.argv[3], "w", encoding="utf-8", newline="\n") as out:
        for direction, pairs in (("forward", both), ("reverse", [(b, a) for a, b in both])):
            table, t, tension = train(pairs, passes, direction)
            out.write(f"tension\t{direction}\t{tension:.9g}\n")
            for e in sorted(table, key=lambda e: e or ""):
                for f in sorted(table[e]):
                    if table[e][f] >= 1e-6:
                        out.write(f"t\t{direction}\t{e or '<null>'}\t{f}\t{table[e][f]:.7g}\n")
            for number, (given, generated) in enumerate(pairs):
                for j, row in enumerate(posteriors(given, generated, t, tension)):
                    for i, value in enumerate(row):
                        if value >= 1e-4:
                            out.write(f"p\t{direction}\t{number}\t{i - 1}\t{j}\t{value:.6g}\n")


main()
