"""Prints interpolated Kneser-Ney probabilities (order 4, one discount of 0.75) of a small text, worked out from sets of n-grams.

Chen and Goodman (1999), section 2.7: the highest order, and what begins a sentence, is counted by occurrences; other n-grams by how many
different words stand before them. Run: python3 ngram_golden.py
"""
from collections import Counter, defaultdict
from math import log

D, N = 0.75, 4
TEXT = ["a b c d", "a b c e", "b c d", "a b d", "c c c c a", "e"]
sents = [["<s>"] + line.split() + ["</s>"] for line in TEXT]

occurrences = Counter()
before = defaultdict(set)
for s in sents:
    for end in range(1, len(s)):
        for n in range(1, N + 1):
            start = end - n + 1
            if start < 0:
                continue
            gram = tuple(s[start : end + 1])
            occurrences[gram] += 1
            if start > 0:
                before[gram].add(s[start - 1])


def count(gram):
    if len(gram) == N or gram[0] == "<s>":
        return occurrences[gram]
    return len(before[gram])


words = {g[0] for g in occurrences if len(g) == 1}


def p(context, word):
    if not context:
        total = sum(count((w,)) for w in words)
        types = sum(1 for w in words if count((w,)) > 0)
        return max(count((word,)) - D, 0) / total + D * types / total / (len(words) + 1)
    lower = p(context[1:], word)
    total = sum(count(context + (w,)) for w in words)
    if total == 0:
        return lower
    types = sum(1 for w in words if count(context + (w,)) > 0)
    return max(count(context + (word,)) - D, 0) / total + D * types / total * lower


for context, word in [("", "a"), ("", "z"), ("<s>", "a"), ("<s> a", "b"), ("<s> a b", "c"), ("a b c", "d"), ("b c", "z"), ("x y c", "c"),
                      ("c c c", "</s>"), ("c c c", "c"), ("e", "</s>")]:
    print(f'"{context}", "{word}", {log(p(tuple(context.split()), word)):.12f}')
