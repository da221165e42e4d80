  # Query heads x [B, L, h, D] before they are turned: each by itself.
  def query_normed(self: __torch__.Decoder, x: Tensor, w: List[Tensor], eps: float) -> Tensor:
    return (self).norm(x, w[@query_norm], eps)

  # Key heads x [B, L, k, D] before they are turned: each by itself.
  def key_normed(self: __torch__.Decoder, x: Tensor, w: List[Tensor], eps: float) -> Tensor:
    return (self).norm(x, w[@key_norm], eps)
