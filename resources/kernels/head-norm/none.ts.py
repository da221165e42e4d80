  # Queries and keys x [B, L, (h+k)D] before they are turned.
  def head_norm(self: __torch__.Decoder, x: Tensor, w: List[Tensor], h: int, k: int, D: int, eps: float) -> Tensor:
    return x
