# The arithmetic of a decoder, in the text form of TorchScript. This file and the parts that a family of models consists of become the one
# code entry of a module archive, which is loaded by PyTorch itself; no Python is involved. Weights are always arguments, never fields of the
# module: one kernel serves every model of its kind, and a token table can be exchanged between two tokens.
#
# A line "#part NAME" is where a part stands: one of the files in the folder NAME. "@weight" is the place of a weight among those of its
# layer, "@weights" how many a layer has, "@compute" PyTorch's code of the type that is computed in: 6 for float32, 15 for bfloat16; any other
# "@name" a number of the model. Weights may be of any type: each is cast when its layer is run, which is nothing where it has that type.
#
# Letters in shapes: B sequences, L positions, H hidden width, h query heads, k key-value heads, D head width,
# V vocabulary, I intermediate width, C capacity of a key-value cache. What is said of a norm of [H] is of [2H] where norms add something.
#
# The weights of a layer, those that its parts ask for, are as the files of the family hold them, tensor for tensor (but a norm that adds something
# is one tensor here):
#   attention_norm [H]; q [hD, H], k and v [kD, H], or all three in one matrix, qkv; q_bias, k_bias, v_bias or qkv_bias; query_norm, key_norm [D], or one for
#   each head, or as wide as all heads; output [H, hD]; output_bias [H]; attention_after_norm [H]; feed_norm [H]; gate and up [I, H], or both in one
#   matrix, gate_up [2I, H]; up_bias [I]; the activation's alpha_p, alpha_n [1]; down [H, I]; down_bias [H]; feed_after_norm [H]
# In files that hold matrices turned, [in, out], so they are here. Where something is learnt beside the matrices, it follows, matrix by matrix: A [r, in],
# B [out, r], and with DoRA m [out]. "@adapter_places" are the places of these A's for each of the weights, -1 where there is none, and "@adapter_scale" a number.
#
# "dims" is an int64 tensor on the host: [h, k, D]. "eps" is a float64 tensor on the host.
# "rope" [T, C', 2, R/2] holds cosines and sines from position 0, for the R numbers of a head that turn (RoFormer, Su et al. 2021), of each
# of the T ways in which layers of the model turn; "kinds" is an int64 tensor on the host, two numbers for each layer: its way, and 1 where it looks through a window, else 0.
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

  # Raw little-endian numbers (uint8 [n]) as a tensor of a dtype and shape (int64 host tensors), in the same memory.
  def mapped(self: __torch__.Decoder, raw: Tensor, kind: Tensor, shape: Tensor) -> List[Tensor]:
    sizes = (self).numbers(shape)
    strides = annotate(List[int], [])
    for i in range(torch.len(sizes)):
      stride = 1
      for j in range(torch.len(sizes) - i - 1):
        stride = stride * sizes[i + j + 1]
      _0 = torch.append(strides, stride)
    values = torch.empty([0], dtype=int(torch.item(kind)), device=ops.prim.device(raw))
    return [torch.set_(values, raw, 0, sizes, strides)]

  # The numbers of an int64 host tensor.
  def numbers(self: __torch__.Decoder, x: Tensor) -> List[int]:
    result = annotate(List[int], [])
    for i in range(torch.size(x, 0)):
      _0 = torch.append(result, int(torch.item(torch.select(x, 0, i))))
    return result

  # A float32 copy of place[1] rows from row place[0].
  def part(self: __torch__.Decoder, x: Tensor, place: Tensor) -> List[Tensor]:
    rows = torch.narrow(x, 0, int(torch.item(torch.select(place, 0, 0))), int(torch.item(torch.select(place, 0, 1))))
    return [torch.to(torch.clone(rows), 6)]

  # Fills a tensor with normal random numbers; the generator is seeded with an int64 host scalar.
  def normal(self: __torch__.Decoder, into: Tensor, deviation: Tensor, seed: Tensor) -> List[Tensor]:
    generator = torch.manual_seed(int(torch.item(seed)))
    _0 = torch.normal_(into, 0., float(torch.item(deviation)))
    return [into]

  # Replaces rows in place: table [V, H], ids int64 [n], rows [n, H].
  def set_rows(self: __torch__.Decoder, table: Tensor, ids: Tensor, rows: Tensor) -> List[Tensor]:
    _0 = torch.index_copy_(table, 0, ids, torch.type_as(rows, table))
    return [table]

  # Rows ids (int64 [n]) of a table [V, H]: float32 [n, H].
  def rows(self: __torch__.Decoder, table: Tensor, ids: Tensor) -> List[Tensor]:
    return [torch.to(torch.index_select(table, 0, ids), 6)]

  # Zeros of a shape (int64 host tensor) and type kind (int64 host scalar), on the device of "like".
  def blank(self: __torch__.Decoder, like: Tensor, shape: Tensor, kind: Tensor) -> List[Tensor]:
    return [torch.zeros((self).numbers(shape), dtype=int(torch.item(kind)), device=ops.prim.device(like))]

  # Whole numbers (int64 host tensor [n]) on the device of "like", which fetches them by itself out of memory that stays where it is.
  def send(self: __torch__.Decoder, numbers: Tensor, like: Tensor) -> List[Tensor]:
    return [torch.to(torch.pin_memory(numbers), ops.prim.device(like), 4, True)]

  # Numbers [n] as stretches of so many each (sizes, int64 host tensor), which share their memory.
  def pieces(self: __torch__.Decoder, numbers: Tensor, sizes: Tensor) -> List[Tensor]:
    return torch.split_with_sizes(numbers, (self).numbers(sizes))

  # A copy in another type, or the same.
  def cast(self: __torch__.Decoder, x: Tensor, kind: Tensor) -> List[Tensor]:
    return [torch.to(x, int(torch.item(kind)), False, True)]

#part norm

#part rotary

#part matrix

  # The lengths of the rows of such a matrix as [out, in]: float32 [out].
  def lengths(self: __torch__.Decoder, matrix: Tensor) -> List[Tensor]:
    return [torch.linalg_vector_norm(torch.to((self).upright(matrix), 6), 2, [1])]

#part adapter

#part qkv

#part head-norm

#part output

#part asked

#part look

  # Of n positions up to the last of L new ones after "start", which each of these sees, bool [L, n]: itself and all before it. None where
  # that is to be seen without a mask: where there are no others, and where all n are before a single one.
  def before(self: __torch__.Decoder, x: Tensor, start: int, n: int, L: int) -> Optional[Tensor]:
    if torch.__or__(torch.eq(start, 0), torch.eq(L, 1)):
      mask = annotate(Optional[Tensor], None)
    else:
      rows = torch.arange(start, start + L, dtype=4, device=ops.prim.device(x))
      columns = torch.arange(start + L - n, start + L, dtype=4, device=ops.prim.device(x))
      mask = annotate(Optional[Tensor], torch.le(torch.unsqueeze(columns, 0), torch.unsqueeze(rows, 1)))
    return mask

#part window

  # x [B, L, H] to queries [B, L, h, D], keys and values [B, L, k, D], queries and keys turned.
  def project(self: __torch__.Decoder, x: Tensor, w: List[Tensor], rope: Tensor, h: int, k: int, D: int, eps: float) -> List[Tensor]:
    p = (self).qkv(x, w, h, k, D)
    q = (self).turned((self).query_normed(p[0], w, eps), rope)
    return [q, (self).turned((self).key_normed(p[1], w, eps), rope), p[2]]

  # Keys or values [B, k, S, D] to one copy for each query head.
  def spread(self: __torch__.Decoder, x: Tensor, h: int) -> Tensor:
    k = torch.size(x, 1)
    if torch.eq(h, k):
      y = x
    else:
      wide = torch.expand(torch.unsqueeze(x, 2), [-1, -1, h // k, -1, -1])
      y = torch.reshape(wide, [torch.size(x, 0), h, torch.size(x, 2), torch.size(x, 3)])
    return y

#part activation

#part feed-forward

  # What the queries of x [B, L, H] find among the positions that they see: all at once, each those that "mask" (bool [L, reach], or
  # [B, 1, 1, reach] where the sequences differ) names in its
  # row, or without a mask itself and those before it. With caches (keys, values [B, k, C, D]; else none) what is new is appended after "start"
  # positions, and the last "reach" of all are seen.
  def attend(self: __torch__.Decoder, x: Tensor, w: List[Tensor], rope: Tensor, mask: Optional[Tensor], cache: List[Tensor], slot: int, start: int, reach: int, h: int, k: int, D: int, eps: float) -> Tensor:
    p = (self).project(x, w, rope, h, k, D, eps)
    q = (self).asked(p[0])
    B = torch.size(x, 0)
    L = torch.size(x, 1)
    key = torch.transpose(p[1], 1, 2)
    value = torch.transpose(p[2], 1, 2)
    if torch.gt(torch.len(cache), 0):
      _0 = torch.copy_(torch.narrow(cache[slot], 2, start, L), key)
      _1 = torch.copy_(torch.narrow(cache[slot + 1], 2, start, L), value)
      key = torch.narrow(cache[slot], 2, start + L - reach, reach)
      value = torch.narrow(cache[slot + 1], 2, start + L - reach, reach)
    if torch.__and__(torch.gt(torch.len(cache), 0), torch.eq(L, 1)):
      # The query heads that share a key head become the rows of one small attention: nothing is copied.
      one = torch.reshape(q, [B, k, h // k, D])
      seen = torch.reshape((self).look(one, key, value, mask, False), [B, 1, h * D])
    else:
      query = torch.transpose(q, 1, 2)
      many = (self).look(query, (self).spread(key, h), (self).spread(value, h), mask, torch.__is__(mask, None))
      seen = torch.flatten(torch.transpose(many, 1, 2), 2)
    return (self).output(seen, w)

  # One layer, w its weights. Of what its halves give, "share" is dropped. The rest is as in "attend".
#part layer

  # Sets a share of the numbers to 0 and makes the others larger for it.
  def drop(self: __torch__.Decoder, x: Tensor, share: float) -> Tensor:
    if torch.gt(share, 0.):
      y = torch.dropout(x, share, True)
    else:
      y = x
    return y

#part own

#part embedded

  # Adds to x [B, L, H] the rows of a table of positions [C, H] that places (int64 [L], or [B, L]) name.
  def place(self: __torch__.Decoder, x: Tensor, table: Tensor, places: Tensor) -> List[Tensor]:
    return [torch.add(x, torch.type_as(torch.embedding(table, places), x))]

#part placed

  def embed(self: __torch__.Decoder, table: Tensor, ids: Tensor) -> List[Tensor]:
    return [(self).embedded(torch.embedding(table, ids))]

  # Looks ids int64 [T, B, L] up in T tables, the first and T - 1 others: [B, L, H]. Each id is negative in all tables but one;
  # where it is in all, the row is 0.
  def mix(self: __torch__.Decoder, first: Tensor, others: List[Tensor], ids: Tensor) -> Tensor:
    own = torch.select(ids, 0, 0)
    x = torch.embedding(first, torch.clamp_min(own, 0))
    T = torch.size(ids, 0)
    if torch.gt(T, 1):
      x = torch.mul(x, torch.type_as(torch.unsqueeze(torch.ge(own, 0), -1), x))
      for j in range(T - 1):
        theirs = torch.select(ids, 0, j + 1)
        y = torch.embedding(others[j], torch.clamp_min(theirs, 0))
        x = torch.add(x, torch.mul(y, torch.type_as(torch.unsqueeze(torch.ge(theirs, 0), -1), y)))
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
    masks = (self).masks(x, start, L)
    y = x
    for i in range(torch.floordiv(torch.len(w), @weights)):
      mask = (self).mask(masks, kinds, first + i)
      reach = (self).reach(kinds, first + i, start + L, L)
      y = (self).layer(y, (self).own(w, i), (self).turn(rope, kinds, first + i, start, L), mask, own, i * 2, start, reach, 0., h, k, D, e)
    return [y]

  # As "advance", for the next position x [B, 1, H] of sequences that have read lengths (int64 [B]) positions, at most place[0]. What is new is
  # seen after the longest of them, and kept at the end of its own. "turns" is of each row's position, in the place of "rope".
  def advance_rows(self: __torch__.Decoder, x: Tensor, w: List[Tensor], cache: List[Tensor], turns: Tensor, kinds: Tensor, lengths: Tensor, place: Tensor, dims: Tensor, eps: Tensor) -> List[Tensor]:
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
    masks = (self).row_masks(torch.reshape(seen, [B, 1, 1, start + 1]), columns, lengths, start)
    y = x
    for i in range(torch.floordiv(torch.len(w), @weights)):
      mask = (self).mask(masks, kinds, first + i)
      y = (self).layer(y, (self).own(w, i), torch.unsqueeze((self).turn(turns, kinds, first + i, 0, B), 1), mask, own, i * 2, start, start + 1, 0., h, k, D, e)
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
    masks = (self).tree_masks(torch.reshape(torch.to(seen, 11), [L, L]), depths)
    y = x
    for i in range(torch.floordiv(torch.len(w), @weights)):
      mask = (self).mask(masks, kinds, begin + i)
      y = (self).layer(y, (self).own(w, i), (self).turn(turns, kinds, begin + i, 0, L), mask, annotate(List[Tensor], []), 0, 0, L, 0., h, k, D, e)
    return [y]

  # Of two tables [T, C, 2, R/2], with C of its own for each, the positions places (int64 [B]): of the second from "change" (int64 host scalar) on.
  def either(self: __torch__.Decoder, within: Tensor, beyond: Tensor, places: Tensor, change: Tensor) -> List[Tensor]:
    near = torch.index_select(within, 1, torch.clamp_max(places, torch.size(within, 1) - 1))
    far = torch.index_select(beyond, 1, places)
    later = torch.reshape(torch.ge(places, int(torch.item(change))), [1, -1, 1, 1])
    return [torch.where(later, far, near)]

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

  # The products of states y [n, H] with a head [V, H], which may be of another type: float32 [n, V]. Such a head is cast some rows at a time.
  def product(self: __torch__.Decoder, y: Tensor, head: Tensor) -> Tensor:
    if torch.eq(ops.prim.dtype(y), ops.prim.dtype(head)):
      scores = torch.linear(y, head)
    else:
      V = torch.size(head, 0)
      block = ops.prim.min(V, ops.prim.max(1, torch.floordiv(524288, torch.size(head, 1))))
      parts = annotate(List[Tensor], [])
      # The same memory for all rows: what stays near costs least, and none is asked of the system each time.
      wide = torch.empty([block, torch.size(head, 1)], dtype=ops.prim.dtype(y), device=ops.prim.device(y))
      for i in range(torch.floordiv(V + block - 1, block)):
        m = ops.prim.min(block, V - i * block)
        rows = torch.copy_(torch.narrow(wide, 0, 0, m), torch.narrow(head, 0, i * block, m))
        _0 = torch.append(parts, torch.linear(y, rows))
      scores = torch.cat(parts, -1)
    return torch.to(scores, 6)

#part scores

  # The states that heads look at: x [B, L, H] after the final norm.
  def states(self: __torch__.Decoder, x: Tensor, norm: Tensor, eps: Tensor) -> List[Tensor]:
    return [torch.to((self).final(x, norm, float(torch.item(eps))), 6)]

  # Scores of the vocabulary after the last position: x [B, L, H] to [B, V], and the logarithm of the sum of their exponentials, [B].
  def logits(self: __torch__.Decoder, x: Tensor, norm: Tensor, head: Tensor, eps: Tensor) -> List[Tensor]:
    last = torch.select(x, 1, -1)
    scores = (self).scored((self).final(last, norm, float(torch.item(eps))), head)
    return [scores, torch.logsumexp(scores, [-1])]

  # Negative log-likelihood of the tokens wanted (int64 [n]) at the places scored (int64 [n]) of the BL positions of x [B, L, H], in nats, [BL];
  # 0 at all others, where the head is not asked.
  # Rows go in blocks, because a long vocabulary makes many scores.
  def nll(self: __torch__.Decoder, x: Tensor, scored: Tensor, wanted: Tensor, norm: Tensor, head: Tensor, eps: Tensor) -> List[Tensor]:
    flat = torch.index_select(torch.flatten(x, 0, 1), 0, scored)
    n = torch.size(scored, 0)
    block = (self).block_rows(torch.size(head, 0))
    result = torch.zeros([torch.size(x, 0) * torch.size(x, 1)], dtype=6, device=ops.prim.device(x))
    for i in range(torch.floordiv(n + block - 1, block)):
      start = i * block
      m = ops.prim.min(block, n - start)
      y = (self).final(torch.narrow(flat, 0, start, m), norm, float(torch.item(eps)))
      scores = torch.log_softmax((self).scored(y, head), -1)
      found = torch.squeeze(torch.gather(scores, 1, torch.unsqueeze(torch.narrow(wanted, 0, start, m), 1)), 1)
      _0 = torch.index_copy_(result, 0, torch.narrow(scored, 0, start, m), torch.neg(found))
    return [result]

  # How many rows of so many numbers go at a time.
  def block_rows(self: __torch__.Decoder, width: int) -> int:
    return ops.prim.max(64, torch.floordiv(4194304, width))

  # What the first layer reads, for training: ids int64 [T, B, L], negative where a position belongs to another of the T tables, to [B, L, H].
  #   others   the second to last table; when T is 1, a table that is not looked at
  #   outer    the weights that belong to no layer: the final norm, positions [C, H] where they are learnt
  #   shares   float64 host tensor: of the wanted probability, spread over all tokens (label smoothing); dropped (dropout)
  #   seed     int64 host scalar, of what is dropped
  def enter(self: __torch__.Decoder, ids: Tensor, first: Tensor, others: List[Tensor], outer: List[Tensor], shares: Tensor, seed: Tensor) -> List[Tensor]:
    generator = torch.manual_seed(int(torch.item(seed)))
    x = (self).placed((self).embedded((self).mix(first, others, ids)), outer)
    return [(self).drop(x, float(torch.item(torch.select(shares, 0, 1))))]

  # The gradients of the sum of upstream [B, L, H] times what "enter" gives: of the T tables, then of the outer weights, those that "choice"
  # (int64 host tensor) has a 1 for.
  def enter_back(self: __torch__.Decoder, ids: Tensor, first: Tensor, others: List[Tensor], outer: List[Tensor], upstream: Tensor, choice: Tensor, shares: Tensor, seed: Tensor) -> List[Tensor]:
    leaves = annotate(List[Tensor], [])
    own = (self).leaf(first, choice, 0, leaves)
    read = annotate(List[Tensor], [])
    for j in range(torch.size(ids, 0) - 1):
      _0 = torch.append(read, (self).leaf(others[j], choice, j + 1, leaves))
    own_outer = annotate(List[Tensor], [])
    for i in range(torch.len(outer)):
      _1 = torch.append(own_outer, (self).leaf(outer[i], choice, torch.size(ids, 0) + i, leaves))
    x = (self).enter(ids, own, read, own_outer, shares, seed)
    return (self).slopes(x[0], upstream, leaves)

  # Runs x [B, L, H] through the layers in w, for training; first is the number of the first of them.
  def through(self: __torch__.Decoder, x: Tensor, w: List[Tensor], first: Tensor, shares: Tensor, seed: Tensor, rope: Tensor, kinds: Tensor, dims: Tensor, eps: Tensor) -> List[Tensor]:
    h = int(torch.item(torch.select(dims, 0, 0)))
    k = int(torch.item(torch.select(dims, 0, 1)))
    D = int(torch.item(torch.select(dims, 0, 2)))
    e = float(torch.item(eps))
    begin = int(torch.item(first))
    dropped = float(torch.item(torch.select(shares, 0, 1)))
    generator = torch.manual_seed(int(torch.item(seed)))
    L = torch.size(x, 1)
    masks = (self).masks(x, 0, L)
    y = x
    for i in range(torch.floordiv(torch.len(w), @weights)):
      mask = (self).mask(masks, kinds, begin + i)
      y = (self).layer(y, (self).own(w, i), (self).turn(rope, kinds, begin + i, 0, L), mask, annotate(List[Tensor], []), 0, 0, L, dropped, h, k, D, e)
    return [y]

  # The gradients of the sum of upstream [B, L, H] times what "through" gives: of x, then of each of w, those that "choice" (int64 host tensor)
  # has a 1 for. The layers are run once more.
  def through_back(self: __torch__.Decoder, x: Tensor, upstream: Tensor, w: List[Tensor], choice: Tensor, first: Tensor, shares: Tensor, seed: Tensor, rope: Tensor, kinds: Tensor, dims: Tensor, eps: Tensor) -> List[Tensor]:
    leaves = annotate(List[Tensor], [])
    start = (self).leaf(x, choice, 0, leaves)
    own = annotate(List[Tensor], [])
    for i in range(torch.len(w)):
      _0 = torch.append(own, (self).leaf(w[i], choice, i + 1, leaves))
    y = (self).through(start, own, first, shares, seed, rope, kinds, dims, eps)
    return (self).slopes(y[0], upstream, leaves)

  # The same numbers; where "choice" has a 1 at a place they are to have a gradient, and come to the leaves.
  def leaf(self: __torch__.Decoder, x: Tensor, choice: Tensor, place: int, leaves: List[Tensor]) -> Tensor:
    y = torch.detach(x)
    if torch.eq(int(torch.item(torch.select(choice, 0, place))), 1):
      y = torch.requires_grad_(y, True)
      _0 = torch.append(leaves, y)
    return y

  # The gradient of the sum of upstream times y, of each leaf.
  def slopes(self: __torch__.Decoder, y: Tensor, upstream: Tensor, leaves: List[Tensor]) -> List[Tensor]:
    result = annotate(List[Tensor], [])
    if torch.gt(torch.len(leaves), 0):
      slopes = torch.grad([y], leaves, annotate(List[Optional[Tensor]], [upstream]), None, False, True)
      for i in range(torch.len(leaves)):
        slope = slopes[i]
        if torch.__is__(slope, None):
          _0 = torch.append(result, torch.zeros_like(leaves[i]))
        else:
          _0 = torch.append(result, unchecked_cast(Tensor, slope))
    return result

#part add-product

  # The loss of x [B, L, H] after the layers in w, which are the last ones, summed over the tokens wanted (int64 [n]) at the places scored (int64
  # [n]) of its BL (float64 [1]), and its gradients: of x, the final norm, the head and each of w, those that "choice" (int64 host tensor) has a 1 for.
  # The gradient of the scores is written down by hand, block by block: softmax minus one at the target (with label smoothing
  # s: minus 1 - s there and s / V everywhere). So no more than one block of scores exists at a time.
  def gradients(self: __torch__.Decoder, x: Tensor, scored: Tensor, wanted: Tensor, norm: Tensor, head: Tensor, w: List[Tensor], choice: Tensor, first: Tensor, shares: Tensor, seed: Tensor, rope: Tensor, kinds: Tensor, dims: Tensor, eps: Tensor) -> List[Tensor]:
    smoothed = float(torch.item(torch.select(shares, 0, 0)))
    leaves = annotate(List[Tensor], [])
    start = (self).leaf(x, choice, 0, leaves)
    last = (self).leaf(norm, choice, 1, leaves)
    own = annotate(List[Tensor], [])
    for i in range(torch.len(w)):
      _0 = torch.append(own, (self).leaf(w[i], choice, i + 3, leaves))
    y = (self).through(start, own, first, shares, seed, rope, kinds, dims, eps)
    hidden = torch.flatten((self).final(y[0], last, float(torch.item(eps))), 0, 1)
    fixed = torch.detach(hidden)
    fixed_head = torch.type_as(torch.detach(head), fixed)
    upstream = torch.zeros_like(fixed)
    head_wanted = torch.eq(int(torch.item(torch.select(choice, 0, 2))), 1)
    if head_wanted:
      head_gradient = torch.zeros_like(head, dtype=6)
    else:
      head_gradient = torch.zeros([0], dtype=6, device=ops.prim.device(fixed))
    total = torch.zeros([1], dtype=7, device=ops.prim.device(fixed))
    n = torch.size(scored, 0)
    block = (self).block_rows(torch.size(fixed_head, 0))
    for i in range(torch.floordiv(n + block - 1, block)):
      begin = i * block
      m = ops.prim.min(block, n - begin)
      at = torch.narrow(scored, 0, begin, m)
      tokens = torch.unsqueeze(torch.narrow(wanted, 0, begin, m), 1)
      z = torch.index_select(fixed, 0, at)
      said = (self).scored(z, fixed_head)
      scores = torch.log_softmax(said, -1)
      total = torch.sub(total, torch.sum(torch.gather(scores, 1, tokens), dtype=7))
      slope = torch.exp_(scores)
      _2 = torch.scatter_add_(slope, 1, tokens, torch.mul(torch.ones_like(tokens, dtype=6), smoothed - 1.))
      if torch.gt(smoothed, 0.):
        _10 = torch.sub_(slope, smoothed / float(torch.size(fixed_head, 0)))
      slope = torch.type_as((self).unbent(slope, said), z)
      _3 = torch.index_copy_(upstream, 0, at, torch.matmul(slope, fixed_head))
      if head_wanted:
        _4 = (self).add_product(head_gradient, slope, z)
    slopes = (self).slopes(hidden, upstream, leaves)
    result = [total]
    if head_wanted:
      _5 = torch.append(result, head_gradient)
    for i in range(torch.len(slopes)):
      _6 = torch.append(result, slopes[i])
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

  # One step of AdamW (Loshchilov and Hutter 2019), in place.
  #   rates  float64 host tensor [learning rate, beta1, beta2, weight decay, epsilon, number of this step from 1, what gradients are divided by first]
  # The lists must be arguments: an optimiser call on lists made here would be dropped as without effect.
  def adamw(self: __torch__.Decoder, p: List[Tensor], gradients: List[Tensor], first: List[Tensor], second: List[Tensor], rates: Tensor) -> List[Tensor]:
    lr = float(torch.item(torch.select(rates, 0, 0)))
    beta1 = float(torch.item(torch.select(rates, 0, 1)))
    beta2 = float(torch.item(torch.select(rates, 0, 2)))
    decay = float(torch.item(torch.select(rates, 0, 3)))
    epsilon = float(torch.item(torch.select(rates, 0, 4)))
    one = p[0]
    step = torch.full([1], float(torch.item(torch.select(rates, 0, 5))), dtype=6, device=ops.prim.device(one))
    divisor = torch.full([1], float(torch.item(torch.select(rates, 0, 6))), dtype=6, device=ops.prim.device(one))
    steps = annotate(List[Tensor], [])
    for i in range(torch.len(p)):
      _0 = torch.append(steps, step)
    torch._fused_adamw_(p, gradients, first, second, annotate(List[Tensor], []), steps, lr=lr, beta1=beta1, beta2=beta2, weight_decay=decay, eps=epsilon, amsgrad=False, maximize=False, grad_scale=divisor)
    return [step]
