"""Golden values of the diagonal alignment model, straight from the formulas: Z is summed term by term.

Dyer, Chahuneau and Smith 2013, "A Simple, Fast, and Effective Reparameterization of IBM Model 2", with variational Bayes
(t = exp(digamma(c + alpha) - digamma(sum(c + alpha)))). With the settings "published" the tensions printed while training are
those that the authors' program prints with -d -o -v for the same file.

usage: diagonal_golden.py PAIRS OUT

PAIRS: lines 'source ||| target', tokens between single spaces. OUT: a TSV of
  SETTINGS  DIRECTION  tension  VALUE
  SETTINGS  DIRECTION  t  GIVEN  GENERATED  VALUE     (GIVEN is <null> for NULL)
  SETTINGS  DIRECTION  p  PAIR  GIVEN_INDEX  GENERATED_INDEX  VALUE     (GIVEN_INDEX -1 for NULL)
"""
import collections
import math
import sys

import mpmath

PASSES = 5
TENSION = 4.0


class Settings:
    def __init__(self, null, alpha, clean):
        self.null = null
        self.alpha = alpha
        self.clean = clean


SETTINGS = {"default": Settings(0.2, 0.05, True), "published": Settings(0.08, 0.01, False)}


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


def posteriors(given, generated, t, tension, settings):
    """rows[j][i], i = 0 for NULL."""
    n, m = len(given), len(generated)
    rows = []
    for j in range(1, m + 1):
        f = generated[j - 1]
        norm = z(j, n, m, tension)
        row = [settings.null * t(None, f)]
        for i in range(1, n + 1):
            row.append((1 - settings.null) * math.exp(tension * h(i, j, n, m)) / norm * t(given[i - 1], f))
        total = sum(row)
        rows.append([value / total for value in row])
    return rows


def fitted(tension, posterior_sum, null_sum, tokens, shapes, settings):
    """CLEAN: the mean of h over what NULL did not generate, minus that under the prior. Else as the authors' program has it."""
    for _ in range(8):
        prior_sum = 0.0
        for (n, m), count in sorted(shapes.items()):
            for j in range(1, m + 1):
                inner = sum(h(i, j, n, m) * math.exp(tension * h(i, j, n, m)) for i in range(1, n + 1))
                prior_sum += count * inner / (z if settings.clean else exchanged_z)(j, n, m, tension)
        posterior_mean = posterior_sum / (tokens - null_sum if settings.clean else tokens)
        tension += 20 * (posterior_mean - prior_sum / tokens)
        tension = min(max(tension, 0.1), 14.0)
    return tension


def train(pairs, settings, log):
    tension = TENSION
    table = None
    t = lambda e, f: 1.0
    tokens = sum(len(generated) for _, generated in pairs)
    shapes = collections.Counter((len(given), len(generated)) for given, generated in pairs)
    for number in range(1, PASSES):
        counts = collections.defaultdict(lambda: collections.defaultdict(float))
        posterior_sum = 0.0
        null_sum = 0.0
        for given, generated in pairs:
            n, m = len(given), len(generated)
            for j, row in enumerate(posteriors(given, generated, t, tension, settings), start=1):
                counts[None][generated[j - 1]] += row[0]
                null_sum += row[0]
                for i in range(1, n + 1):
                    counts[given[i - 1]][generated[j - 1]] += row[i]
                    posterior_sum += row[i] * h(i, j - 1, n, m)
        if number > 1:
            tension = fitted(tension, posterior_sum, null_sum, tokens, shapes, settings)
        print(log, number, posterior_sum / tokens, tension, file=sys.stderr)
        table = {}
        for e, row in counts.items():
            norm = digamma(sum(value + settings.alpha for value in row.values()))
            table[e] = {f: math.exp(digamma(value + settings.alpha) - norm) for f, value in row.items()}
        t = lambda e, f: table[e][f]
    return table, t, tension


def main():
    lines = [line.rstrip("\n").split(" ||| ") for line in open(sys.argv[1], encoding="utf-8")]
    both = [(source.split(" "), target.split(" ")) for source, target in lines]
    with open(sys.argv[2], "w", encoding="utf-8", newline="\n") as out:
        for name, settings in SETTINGS.items():
            for direction, pairs in (("FORWARD", both), ("REVERSE", [(b, a) for a, b in both])):
                table, t, tension = train(pairs, settings, f"{name} {direction}")
                line = lambda *values: out.write("\t".join(map(str, (name, direction) + values)) + "\n")
                line("tension", f"{tension:.9g}")
                for e in sorted(table, key=lambda e: e or ""):
                    for f in sorted(table[e]):
                        if table[e][f] >= 1e-5:
                            line("t", e or "<null>", f, f"{table[e][f]:.7g}")
                for number, (given, generated) in enumerate(pairs):
                    for j, row in enumerate(posteriors(given, generated, t, tension, settings)):
                        for i, value in enumerate(row):
                            if value >= 1e-3:
                                line("p", number, i - 1, j, f"{value:.6g}")


main()
