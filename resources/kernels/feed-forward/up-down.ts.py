  # The feed-forward half, without a gate.
  def feed_forward(self: __torch__.Decoder, x: Tensor, w: List[Tensor]) -> Tensor:
    return (self).linear((self).activated((self).linear(x, w, @up), w), w, @down)
