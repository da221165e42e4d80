# The arithmetic of a decoder, in the text form of TorchScript. This file and the parts that a family of models consists of become the one
# code entry of a module archive, which is loaded by PyTorch itself; no Python is involved. Weights are always arguments, never fields of the
# module: one kernel serves every model of its kind, and a token table can be exchanged between two tokens.
#
# A line "#part NAME" is where a part stands: one of the files in the folder NAME. "@weight" is the place of a weight among those of its
# layer, "@weights" how many a layer has, any other "@name" a number of the model.
#
# Letters in shapes: B sequences, L positions, H hidden width, h query heads, k key-value heads, D head width,
# V vocabulary, I intermediate width, C capacity of a key-value cache.
#
# The weights of a layer, those that its parts ask for, in this order:
#   attention_norm [H]; qkv, queries, keys and values in one matrix [(h+2k)D, H]; qkv_bias [(h+2k)D]; query_norm, key_norm [D], or as wide
#   as all heads; output [H, hD]; output_bias [H]; attention_after_norm [H]; feed_norm [H]; gate_up, both in one matrix [2I, H]; gate_up_bias [2I], or up [I, H] and the activation's alpha_p, alpha_n [1]; down [H, I]; down_bias [H];
#   feed_after_norm [H]
# Rows of queries and keys are stored with the two halves of each head interleaved, so that one complex product turns them
# (RoFormer, Su et al. 2021). The product of queries with keys does not depend on a common order of rows.
#
# "dims" is an int64 tensor on the host: [h, k, D, 1 if the head is the input table]. "eps" is a float64 tensor on the host.
# "rope" [T, C', D/2, 2] holds cosines and sines from position 0, of each of the T ways in which layers of the model turn; "kinds" is an int64
# tensor on the host: the way of each layer.
class Decoder(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  # Copies raw little-endian numbers (uint8 [n]) of dtype kind[0] to position kind[1] of a tensor, cast to its dtype.
  # Codes of PyTorch: 5 is float16, 6 float32, 15 bfloat16.
  def load(self: __torch__.Decoder, into: Tensor, raw: Tensor, kind: Tensor) -> List[Tensor]:
    code = int(torch.item(torch.select(kind, 0, 0)))
    start = int(torch.item(torch.select(kind, 0, 1)))
    values = torch.view_copy(raw, dtype=code)
    place = torch.narrow(torch.view(into, [-1]), 0, start, torch.size(values, 0))
    _0 = torch.copy_(place, values)
    return [into]

  # Copies rows [n, H], or numbers [n], of queries or keys, as Hugging Face files order them (first half of each head, then the second), to
  # rows place[0] onwards, interleaving the halves of each head of place[1] rows.
  def interleave(self: __torch__.Decoder, into: Tensor, rows: Tensor, place: Tensor) -> List[Tensor]:
    start = int(torch.item(torch.select(place, 0, 0)))
    D = int(torch.item(torch.select(place, 0, 1)))
    n = torch.size(rows, 0)
    halves = torch.transpose(torch.reshape(rows, [n // D, 2, D // 2, -1]), 1, 2)
    _0 = torch.copy_(torch.narrow(into, 0, start, n), torch.reshape(halves, torch.size(rows)))
    return [into]

  # A copy of place[1] rows from row place[0]; where place[2] is not 0, it is the head width, and interleaving is undone.
  def part(self: __torch__.Decoder, x: Tensor, place: Tensor) -> List[Tensor]:
    start = int(torch.item(torch.select(place, 0, 0)))
    n = int(torch.item(torch.select(place, 0, 1)))
    D = int(torch.item(torch.select(place, 0, 2)))
    rows = torch.narrow(x, 0, start, n)
    if torch.eq(D, 0):
      y = torch.clone(rows)
    else:
      y = torch.reshape(torch.transpose(torch.reshape(rows, [n // D, D // 2, 2, -1]), 1, 2), torch.size(rows))
    return [y]

  # Fills a tensor with normal random numbers; the generator is seeded with an int64 host scalar.
  def normal(self: __torch__.Decoder, into: Tensor, deviation: Tensor, seed: Tensor) -> List[Tensor]:
    generator = torch.manual_seed(int(torch.item(seed)))
    _0 = torch.normal_(into, 0., float(torch.item(deviation)))
    return [into]

  # Replaces rows in place: table [V, H], ids int64 [n], rows [n, H].
  def set_rows(self: __torch__.Decoder, table: Tensor, ids: Tensor, rows: Tensor) -> List[Tensor]:
    _0 = torch.index_copy_(table, 0, ids, rows)
    return [table]

  def rows(self: __torch__.Decoder, table: Tensor, ids: Tensor) -> List[Tensor]:
    return [torch.index_select(table, 0, ids)]

#part norm

  # How a layer turns the L positions from "start" on: [L, 1, D/2], complex.
  def turn(self: __torch__.Decoder, rope: Tensor, kinds: Tensor, layer: int, start: int, L: int) -> Tensor:
    own = torch.select(rope, 0, int(torch.item(torch.select(kinds, 0, layer))))
    return torch.unsqueeze(torch.view_as_complex(torch.narrow(own, 0, start, L)), 1)

#part qkv

#part head-norm

#part output

#part asked

#part look

  # x [B, L, H] to queries [B, L, h, D], keys and values [B, L, k, D], queries and keys turned by rope [L, D/2] (complex).
  def project(self: __torch__.Decoder, x: Tensor, w: List[Tensor], at: int, rope: Tensor, h: int, k: int, D: int, eps: float) -> List[Tensor]:
    B = torch.size(x, 0)
    L = torch.size(x, 1)
    parts = torch.split_with_sizes((self).qkv(x, w, at), [(h + k) * D, k * D], -1)
    pairs = torch.view_as_complex(torch.reshape((self).head_norm(parts[0], w, at, h, k, D, eps), [B, L, h + k, D // 2, 2]))
    turned = torch.flatten(torch.view_as_real(torch.mul(pairs, rope)), 3)
    heads = torch.split_with_sizes(turned, [h, k], 2)
    return [heads[0], heads[1], torch.reshape(parts[1], [B, L, k, D])]

  # Keys or values [B, k, S, D] to one copy for each query head.
  def spread(self: __torch__.Decoder, x: Tensor, h: int) -> Tensor:
    k = torch.size(x, 1)
    if torch.eq(h, k):
      y = x
    else:
      wide = torch.expand(torch.unsqueeze(x, 2), [-1, -1, h // k, -1, -1])
      y = torch.reshape(wide, [torch.size(x, 0), h, torch.size(x, 2), torch.size(x, 3)])
    return y

#part feed-forward

  # What the queries of x [B, L, H] find among the positions that they see: all at once, each those that "mask" (bool [L, L], or with caches as
  # many columns as there are positions; [B, 1, 1, S] where the sequences differ) names in its
  # row, or without a mask itself and those before it. With caches (keys, values [B, k, C, D]; else none) what is new is appended after "start"
  # positions, and all before is seen too.
  def attend(self: __torch__.Decoder, x: Tensor, w: List[Tensor], at: int, rope: Tensor, mask: Optional[Tensor], cache: List[Tensor], slot: int, start: int, h: int, k: int, D: int, eps: float) -> Tensor:
    p = (self).project(x, w, at, rope, h, k, D, eps)
    q = (self).asked(p[0])
    B = torch.size(x, 0)
    L = torch.size(x, 1)
    key = torch.transpose(p[1], 1, 2)
    value = torch.transpose(p[2], 1, 2)
    if torch.gt(torch.len(cache), 0):
      _0 = torch.copy_(torch.narrow(cache[slot], 2, start, L), key)
      _1 = torch.copy_(torch.narrow(cache[slot + 1], 2, start, L), value)
      key = torch.narrow(cache[slot], 2, 0, start + L)
      value = torch.narrow(cache[slot + 1], 2, 0, start + L)
    if torch.__and__(torch.gt(torch.len(cache), 0), torch.eq(L, 1)):
      # The query heads that share a key head become the rows of one small attention: nothing is copied.
      one = torch.reshape(q, [B, k, h // k, D])
      seen = torch.reshape((self).look(one, key, value, mask, False), [B, 1, h * D])
    else:
      query = torch.transpose(q, 1, 2)
      many = (self).look(query, (self).spread(key, h), (self).spread(value, h), mask, torch.__is__(mask, None))
      seen = torch.flatten(torch.transpose(many, 1, 2), 2)
    return (self).output(seen, w, at)

  # One layer; w[at] is the first of its weights. Of what its halves give, "share" is dropped. The rest is as in "attend".
#part layer

  # Sets a share of the numbers to 0 and makes the others larger for it.
  def drop(self: __torch__.Decoder, x: Tensor, share: float) -> Tensor:
    if torch.gt(share, 0.):
      y = torch.dropout(x, share, True)
    else:
      y = x
    return y

#part embedded

  def embed(self: __torch__.Decoder, table: Tensor, ids: Tensor) -> List[Tensor]:
    return [(self).embedded(torch.embedding(table, ids))]

  # Looks ids int64 [T, B, L] up in T tables, the first and T - 1 others: [B, L, H]. Each id is negative in all tables but one;
  # where it is in all, the row is 0.
  def mix(self: __torch__.Decoder, first: Tensor, others: List[Tensor], ids: Tensor) -> Tensor:
    own = torch.select(ids, 0, 0)
    x = torch.embedding(first, torch.clamp_min(own, 0))
    T = torch.size(ids, 0)
    if torch.gt(T, 1):
      x = torch.mul(x, torch.to(torch.unsqueeze(torch.ge(own, 0), -1), 6))
      for j in range(T - 1):
        theirs = torch.select(ids, 0, j + 1)
        y = torch.embedding(others[j], torch.clamp_min(theirs, 0))
        x = torch.add(x, torch.mul(y, torch.to(torch.unsqueeze(torch.ge(theirs, 0), -1), 6)))
    return x

  def embed_mixed(self: __torch__.Decoder, first: Tensor, others: List[Tensor], ids: Tensor) -> List[Tensor]:
    return [(self).embedded((self).mix(first, others, ids))]

  # The sequences of caches from "first" on, n of them.
  def sequences(self: __torch__.Decoder, cache: List[Tensor], first: int, n: int) -> List[Tensor]:
    own = annotate(List[Tensor], [])
    for i in range(torch.len(cache)):
      _0 = torch.append(own, torch.narrow(cache[i], 0, first, n))
    return own

  # Runs x [B, L, H] through the layers in w and appends their keys and values to the caches (keys, values of each layer
  # in turn, [B or more, k, C, D]) after place[0] positions; place[1] is the number of the first of these layers, place[2] of the first sequence.
  def advance(self: __torch__.Decoder, x: Tensor, w: List[Tensor], cache: List[Tensor], rope: Tensor, kinds: Tensor, place: Tensor, dims: Tensor, eps: Tensor) -> List[Tensor]:
    h = int(torch.item(torch.select(dims, 0, 0)))
    k = int(torch.item(torch.select(dims, 0, 1)))
    D = int(torch.item(torch.select(dims, 0, 2)))
    e = float(torch.item(eps))
    start = int(torch.item(torch.select(place, 0, 0)))
    first = int(torch.item(torch.select(place, 0, 1)))
    own = (self).sequences(cache, int(torch.item(torch.select(place, 0, 2))), torch.size(x, 0))
    L = torch.size(x, 1)
    S = start + L
    rows = torch.arange(start, S, dtype=4, device=ops.prim.device(x))
    columns = torch.arange(S, dtype=4, device=ops.prim.device(x))
    if torch.__or__(torch.eq(start, 0), torch.eq(L, 1)):
      mask = annotate(Optional[Tensor], None)
    else:
      mask = annotate(Optional[Tensor], torch.le(torch.unsqueeze(columns, 0), torch.unsqueeze(rows, 1)))
    y = x
    for i in range(torch.floordiv(torch.len(w), @weights)):
      y = (self).layer(y, w, i * @weights, (self).turn(rope, kinds, first + i, start, L), mask, own, i * 2, start, 0., h, k, D, e)
    return [y]

  # As "advance", for the next position x [B, 1, H] of sequences that have read lengths (int64 [B]) positions, at most place[0]. What is new is
  # seen after the longest of them, and kept at the end of its own.
  def advance_rows(self: __torch__.Decoder, x: Tensor, w: List[Tensor], cache: List[Tensor], rope: Tensor, kinds: Tensor, lengths: Tensor, place: Tensor, dims: Tensor, eps: Tensor) -> List[Tensor]:
    h = int(torch.item(torch.select(dims, 0, 0)))
    k = int(torch.item(torch.select(dims, 0, 1)))
    D = int(torch.item(torch.select(dims, 0, 2)))
    e = float(torch.item(eps))
    start = int(torch.item(torch.select(place, 0, 0)))
    first = int(torch.item(torch.select(place, 0, 1)))
    B = torch.size(x, 0)
    own = (self).sequences(cache, 0, B)
    columns = torch.unsqueeze(torch.arange(start + 1, dtype=4, device=ops.prim.device(x)), 0)
    seen = torch.logical_or(torch.lt(columns, torch.unsqueeze(lengths, 1)), torch.eq(columns, start))
    mask = annotate(Optional[Tensor], torch.reshape(seen, [B, 1, 1, start + 1]))
    turns = torch.index_select(rope, 1, lengths)
    y = x
    for i in range(torch.floordiv(torch.len(w), @weights)):
      y = (self).layer(y, w, i * @weights, torch.unsqueeze((self).turn(turns, kinds, first + i, 0, B), 1), mask, own, i * 2, start, 0., h, k, D, e)
    which = torch.arange(B, dtype=4, device=ops.prim.device(x))
    ends = annotate(List[Optional[Tensor]], [which, None, lengths])
    for i in range(torch.len(own)):
      _0 = torch.index_put_(own[i], ends, torch.clone(torch.select(own[i], 2, start)))
    return [y]

  # Runs the nodes of a tree of tokens, x [1, L, H], through the layers in w. Each sees those that "seen" (uint8 [L, L]) names in
  # its row, itself and what leads to it, and is at the place depths (int64 [L]) in its text. "first" is the number of the first layer.
  def branches(self: __torch__.Decoder, x: Tensor, w: List[Tensor], rope: Tensor, kinds: Tensor, first: Tensor, depths: Tensor, seen: Tensor, dims: Tensor, eps: Tensor) -> List[Tensor]:
    h = int(torch.item(torch.select(dims, 0, 0)))
    k = int(torch.item(torch.select(dims, 0, 1)))
    D = int(torch.item(torch.select(dims, 0, 2)))
    e = float(torch.item(eps))
    turns = torch.index_select(rope, 1, depths)
    begin = int(torch.item(first))
    L = torch.size(x, 1)
    mask = torch.reshape(torch.to(seen, 11), [torch.size(x, 1), torch.size(x, 1)])
    y = x
    for i in range(torch.floordiv(torch.len(w), @weights)):
      y = (self).layer(y, w, i * @weights, (self).turn(turns, kinds, begin + i, 0, L), mask, annotate(List[Tensor], []), 0, 0, 0., h, k, D, e)
    return [y]

  # The positions places (int64 [n]) of x [B, L, H]: [B, n, H].
  def pick(self: __torch__.Decoder, x: Tensor, places: Tensor) -> List[Tensor]:
    return [torch.index_select(x, 1, places)]

  # Copies cached sequences in place: cache[to[i], :, a:b] = cache[which[i], :, a:b], with a = span[0] and b - a = span[1].
  def reorder(self: __torch__.Decoder, cache: List[Tensor], which: Tensor, to: Tensor, span: Tensor) -> List[Tensor]:
    a = int(torch.item(torch.select(span, 0, 0)))
    n = int(torch.item(torch.select(span, 0, 1)))
    for i in range(torch.len(cache)):
      used = torch.narrow(cache[i], 2, a, n)
      _0 = torch.index_copy_(used, 0, to, torch.index_select(used, 0, which))
    return [to]

  # Copies cached sequences to a cache of another size: new[b, :, :n] = old[b, :, :n] for b below span[0], with n = span[1].
  def carry(self: __torch__.Decoder, old: List[Tensor], new: List[Tensor], span: Tensor) -> List[Tensor]:
    B = int(torch.item(torch.select(span, 0, 0)))
    n = int(torch.item(torch.select(span, 0, 1)))
    for i in range(torch.len(old)):
      kept = torch.narrow(torch.narrow(old[i], 0, 0, B), 2, 0, n)
      _0 = torch.copy_(torch.narrow(torch.narrow(new[i], 0, 0, B), 2, 0, n), kept)
    return [span]

#part final

#part scores

  # The states that heads look at: x [B, L, H] after the final norm.
  def states(self: __torch__.Decoder, x: Tensor, norm: Tensor, eps: Tensor) -> List[Tensor]:
    return [(self).final(x, norm, float(torch.item(eps)))]

  # Scores of the vocabulary after the last position: x [B, L, H] to [B, V], and the logarithm of the sum of their exponentials, [B].
  def logits(self: __torch__.Decoder, x: Tensor, norm: Tensor, head: Tensor, eps: Tensor) -> List[Tensor]:
    last = torch.select(x, 1, -1)
    scores = (self).scored((self).final(last, norm, float(torch.item(eps))), head)
    return [scores, torch.logsumexp(scores, [-1])]

  # Negative log-likelihood of targets int64 [n] at the n = BL positions of x [B, L, H], in nats, [n]; 0 where a target is
  # negative, without asking the head.
  # Rows go in blocks, because a long vocabulary makes many scores.
  def nll(self: __torch__.Decoder, x: Tensor, targets: Tensor, norm: Tensor, head: Tensor, eps: Tensor) -> List[Tensor]:
    scored = torch.squeeze(torch.nonzero(torch.ge(targets, 0)), 1)
    flat = torch.index_select(torch.flatten(x, 0, 1), 0, scored)
    wanted = torch.unsqueeze(torch.index_select(targets, 0, scored), 1)
    n = torch.size(scored, 0)
    block = (self).block_rows(torch.size(head, 0))
    result = torch.zeros_like(targets, dtype=6)
    for i in range(torch.floordiv(n + block - 1, block)):
      start = i * block
      m = ops.prim.min(block, n - start)
      y = (self).final(torch.narrow(flat, 0, start, m), norm, float(torch.item(eps)))
      scores = torch.log_softmax((self).scored(y, head), -1)
      found = torch.squeeze(torch.gather(scores, 1, torch.narrow(wanted, 0, start, m)), 1)
      _0 = torch.index_copy_(result, 0, torch.narrow(scored, 0, start, m), torch.neg(found))
    return [result]

  # How many rows of so many numbers go at a time.
  def block_rows(self: __torch__.Decoder, width: int) -> int:
    return ops.prim.max(64, torch.floordiv(4194304, width))

  # Mean loss over the targets that are not negative, and its gradients.
  #   ids      int64 [T, B, L]: token ids in each of T tables, negative where a position belongs to another table
  #   targets  int64 [B, L]: the token to predict at each position, in the first table
  #   p        input table [V, H], head [V, H] (the same tensor again when tied), final norm [H], then the layers' weights
  #   others   the second to last input table; when T is 1, a table that is not looked at
  #   choice   int64 host tensor, one for each of p, then for each of the T - 1 others: 1 where a gradient is wanted
  #   shares   float64 host tensor: of the wanted probability, spread over all tokens (label smoothing); dropped (dropout)
  #   seed     int64 host scalar, of what is dropped
  # Returns the loss summed over the targets (float64), then a gradient of the sum for each chosen one, in order.
  # The gradient of the scores is written down by hand, block by block: softmax minus one at the target (with label smoothing
  # s: minus 1 - s there and s / V everywhere). So
  # no more than one block of scores exists at a time.
  def gradients(self: __torch__.Decoder, ids: Tensor, targets: Tensor, p: List[Tensor], others: List[Tensor], choice: Tensor, shares: Tensor, seed: Tensor, rope: Tensor, kinds: Tensor, dims: Tensor, eps: Tensor) -> List[Tensor]:
    h = int(torch.item(torch.select(dims, 0, 0)))
    k = int(torch.item(torch.select(dims, 0, 1)))
    D = int(torch.item(torch.select(dims, 0, 2)))
    e = float(torch.item(eps))
    tied = torch.eq(int(torch.item(torch.select(dims, 0, 3))), 1)
    w = annotate(List[Tensor], [])
    leaves = annotate(List[Tensor], [])
    for i in range(torch.len(p)):
      leaf = torch.detach(p[i])
      if torch.eq(int(torch.item(torch.select(choice, 0, i))), 1):
        if torch.ne(i, 1):
          leaf = torch.requires_grad_(leaf, True)
          _0 = torch.append(leaves, leaf)
      _1 = torch.append(w, leaf)
    read = annotate(List[Tensor], [])
    for j in range(torch.size(ids, 0) - 1):
      table = torch.detach(others[j])
      if torch.eq(int(torch.item(torch.select(choice, 0, torch.len(p) + j))), 1):
        table = torch.requires_grad_(table, True)
        _7 = torch.append(leaves, table)
      _8 = torch.append(read, table)
    smoothed = float(torch.item(torch.select(shares, 0, 0)))
    dropped = float(torch.item(torch.select(shares, 0, 1)))
    generator = torch.manual_seed(int(torch.item(seed)))
    x = (self).drop((self).embedded((self).mix(w[0], read, ids)), dropped)
    L = torch.size(targets, 1)
    for i in range(torch.floordiv(torch.len(w) - 3, @weights)):
      x = (self).layer(x, w, 3 + i * @weights, (self).turn(rope, kinds, i, 0, L), None, annotate(List[Tensor], []), 0, 0, dropped, h, k, D, e)
    hidden = torch.flatten((self).final(x, w[2], e), 0, 1)
    flat = torch.reshape(targets, [-1])
    scored = torch.squeeze(torch.nonzero(torch.ge(flat, 0)), 1)
    fixed = torch.detach(hidden)
    head = torch.detach(w[1])
    upstream = torch.zeros_like(fixed)
    if tied:
      head_place = 0
    else:
      head_place = 1
    head_wanted = torch.eq(int(torch.item(torch.select(choice, 0, head_place))), 1)
    if head_wanted:
      head_gradient = torch.zeros_like(head)
    else:
      head_gradient = torch.zeros([0], dtype=6)
    total = torch.zeros([1], dtype=7, device=ops.prim.device(fixed))
    n = torch.size(scored, 0)
    block = (self).block_rows(torch.size(head, 0))
    for i in range(torch.floordiv(n + block - 1, block)):
      start = i * block
      m = ops.prim.min(block, n - start)
      at = torch.narrow(scored, 0, start, m)
      wanted = torch.unsqueeze(torch.index_select(flat, 0, at), 1)
      y = torch.index_select(fixed, 0, at)
      said = (self).scored(y, head)
      scores = torch.log_softmax(said, -1)
      total = torch.sub(total, torch.sum(torch.gather(scores, 1, wanted), dtype=7))
      slope = torch.exp_(scores)
      _2 = torch.scatter_add_(slope, 1, wanted, torch.mul(torch.ones_like(wanted, dtype=6), smoothed - 1.))
      if torch.gt(smoothed, 0.):
        _10 = torch.sub_(slope, smoothed / float(torch.size(head, 0)))
      slope = (self).unbent(slope, said)
      _3 = torch.index_copy_(upstream, 0, at, torch.matmul(slope, head))
      if head_wanted:
        _4 = torch.addmm_(head_gradient, torch.t(slope), y)
    result = [total]
    if torch.gt(torch.len(leaves), 0):
      slopes = torch.grad([hidden], leaves, annotate(List[Optional[Tensor]], [upstream]), None, False, True)
    else:
      slopes = annotate(List[Optional[Tensor]], [])
    taken = 0
    for i in range(torch.len(p)):
      if torch.eq(int(torch.item(torch.select(choice, 0, i))), 1):
        if torch.eq(i, 1):
          _5 = torch.append(result, head_gradient)
        else:
          slope1 = slopes[taken]
          taken = torch.add(taken, 1)
          if torch.__is__(slope1, None):
            slope = torch.zeros_like(p[i])
          else:
            slope = unchecked_cast(Tensor, slope1)
          if torch.eq(i, 0):
            if tied:
              slope = torch.add_(slope, head_gradient)
          _6 = torch.append(result, slope)
    for j in range(torch.size(ids, 0) - 1):
      if torch.eq(int(torch.item(torch.select(choice, 0, torch.len(p) + j))), 1):
        slope2 = slopes[taken]
        taken = torch.add(taken, 1)
        if torch.__is__(slope2, None):
          _9 = torch.append(result, torch.zeros_like(others[j]))
        else:
          _9 = torch.append(result, unchecked_cast(Tensor, slope2))
    return result

  # Adds tensors in place, each of "more" to the one at its place in "into".
  def add(self: __torch__.Decoder, into: List[Tensor], more: List[Tensor]) -> List[Tensor]:
    for i in range(torch.len(into)):
      _0 = torch.add_(into[i], more[i])
    return into

  # Moves tensors in place a share (float64 host tensor [1]) of the way to others, each of "into" to the one at its place in "toward".
  def lerp(self: __torch__.Decoder, into: List[Tensor], toward: List[Tensor], share: Tensor) -> List[Tensor]:
    part = float(torch.item(share))
    for i in range(torch.len(into)):
      _0 = torch.lerp_(into[i], toward[i], part)
    return into

  # Exchanges the numbers of tensors in place, each of "one" with the one at its place in "other"; some rows at a time, so that no
  # more than these are held twice.
  def exchange(self: __torch__.Decoder, one: List[Tensor], other: List[Tensor]) -> List[Tensor]:
    for i in range(torch.len(one)):
      n = torch.size(one[i], 0)
      block = (self).block_rows(torch.floordiv(torch.numel(one[i]), n))
      for j in range(torch.floordiv(n + block - 1, block)):
        start = j * block
        m = ops.prim.min(block, n - start)
        a = torch.narrow(one[i], 0, start, m)
        b = torch.narrow(other[i], 0, start, m)
        kept = torch.clone(a)
        _0 = torch.copy_(a, b)
        _1 = torch.copy_(b, kept)
    return one

  # The common norm of all gradients, float32 [1].
  def gradient_norm(self: __torch__.Decoder, gradients: List[Tensor]) -> List[Tensor]:
    norms = annotate(List[Tensor], [])
    for i in range(torch.len(gradients)):
      _0 = torch.append(norms, torch.linalg_vector_norm(gradients[i], 2))
    return [torch.reshape(torch.linalg_vector_norm(torch.stack(norms), 2), [1])]

  # One step of AdamW (Loshchilov and Hutter 2019), in place; gradients are divided by "divisor" (float32 [1]) first.
  #   step   float32 [1], the number of this step, from 1
  #   rates  float64 host tensor [learning rate, beta1, beta2, weight decay, epsilon]
  # The lists must be arguments: an optimiser call on lists made here would be dropped as without effect.
  def adamw(self: __torch__.Decoder, p: List[Tensor], gradients: List[Tensor], first: List[Tensor], second: List[Tensor], step: Tensor, divisor: Tensor, rates: Tensor) -> List[Tensor]:
    lr = float(torch.item(torch.select(rates, 0, 0)))
    beta1 = float(torch.item(torch.select(rates, 0, 1)))
    beta2 = float(torch.item(torch.select(rates, 0, 2)))
    decay = float(torch.item(torch.select(rates, 0, 3)))
    epsilon = float(torch.item(torch.select(rates, 0, 4)))
    steps = annotate(List[Tensor], [])
    for i in range(torch.len(p)):
      _0 = torch.append(steps, step)
    torch._fused_adamw_(p, gradients, first, second, annotate(List[Tensor], []), steps, lr=lr, beta1=beta1, beta2=beta2, weight_decay=decay, eps=epsilon, amsgrad=False, maximize=False, grad_scale=divisor)
    return [step]
