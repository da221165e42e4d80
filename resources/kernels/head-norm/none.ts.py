  # Query heads x [B, L, h, D] before they are turned.
  def query_normed(self: __torch__.Decoder, x: Tensor, w: List[Tensor], eps: float) -> Tensor:
    return x

  # Key heads x [B, L, k, D] before they are turned.
  def key_normed(self: __torch__.Decoder, x: Tensor, w: List[Tensor], eps: float) -> Tensor:
    return x
