  # Which positions those after "start" see, of each kind of layers: all before them.
  def masks(self: __torch__.Decoder, x: Tensor, start: int, L: int) -> List[Optional[Tensor]]:
    return [(self).before(x, start, start + L, L)]

  # Which nodes of a tree see which, of each kind of layers: what "seen" (bool [L, L]) names.
  def tree_masks(self: __torch__.Decoder, seen: Tensor, depths: Tensor) -> List[Optional[Tensor]]:
    return [annotate(Optional[Tensor], seen)]

  # Which columns (int64 [1, S]) the next position of each row sees, of each kind of layers: those that "seen" (bool [B, 1, 1, S]) names.
  def row_masks(self: __torch__.Decoder, seen: Tensor, columns: Tensor, lengths: Tensor, start: int) -> List[Optional[Tensor]]:
    return [annotate(Optional[Tensor], seen)]

  # That of a layer.
  def mask(self: __torch__.Decoder, masks: List[Optional[Tensor]], kinds: Tensor, layer: int) -> Optional[Tensor]:
    return masks[0]

  # How many positions up to the last a layer may see of S, where the last L are new.
  def reach(self: __torch__.Decoder, kinds: Tensor, layer: int, S: int, L: int) -> int:
    return S
