  # Which positions those after "start" see, of each kind of layers: all before them, or the last few of these.
  def masks(self: __torch__.Decoder, x: Tensor, start: int, L: int) -> List[Optional[Tensor]]:
    S = start + L
    seen = ops.prim.min(S, @window + L - 1)
    near = (self).before(x, start, seen, L)
    if torch.gt(L, 1):
      if torch.gt(S, @window):
        rows = torch.unsqueeze(torch.arange(start, S, dtype=4, device=ops.prim.device(x)), 1)
        columns = torch.unsqueeze(torch.arange(S - seen, S, dtype=4, device=ops.prim.device(x)), 0)
        near = annotate(Optional[Tensor], torch.logical_and(torch.le(columns, rows), torch.gt(columns, torch.sub(rows, @window))))
    return [(self).before(x, start, S, L), near]

  # Which nodes of a tree see which, of each kind of layers: what "seen" (bool [L, L]) names, or of that what is no more than a few above.
  def tree_masks(self: __torch__.Decoder, seen: Tensor, depths: Tensor) -> List[Optional[Tensor]]:
    above = torch.sub(torch.unsqueeze(depths, 1), torch.unsqueeze(depths, 0))
    return [annotate(Optional[Tensor], seen), annotate(Optional[Tensor], torch.logical_and(seen, torch.lt(above, @window)))]

  # Which columns (int64 [1, S]) the next position of each row, which has read so many (lengths, int64 [B]), sees, of each kind of layers: those
  # that "seen" (bool [B, 1, 1, S]) names, or of these the last few and itself, which stands at "start".
  def row_masks(self: __torch__.Decoder, seen: Tensor, columns: Tensor, lengths: Tensor, start: int) -> List[Optional[Tensor]]:
    last = torch.gt(columns, torch.sub(torch.unsqueeze(lengths, 1), @window))
    near = torch.logical_or(last, torch.eq(columns, start))
    return [annotate(Optional[Tensor], seen), annotate(Optional[Tensor], torch.logical_and(seen, torch.reshape(near, torch.size(seen))))]

  # That of a layer.
  def mask(self: __torch__.Decoder, masks: List[Optional[Tensor]], kinds: Tensor, layer: int) -> Optional[Tensor]:
    return masks[int(torch.item(torch.select(kinds, 0, layer * 2 + 1)))]

  # How many positions up to the last a layer may see of S, where the last L are new.
  def reach(self: __torch__.Decoder, kinds: Tensor, layer: int, S: int, L: int) -> int:
    if torch.eq(int(torch.item(torch.select(kinds, 0, layer * 2 + 1))), 0):
      seen = S
    else:
      seen = ops.prim.min(S, @window + L - 1)
    return seen
