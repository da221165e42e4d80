  # The feed-forward half, without a gate.
  def feed_forward(self: __torch__.Decoder, x: Tensor, w: List[Tensor]) -> Tensor:
    return (self).linear_biased((self).activated((self).linear_biased(x, w, @up, @up_bias), w), w, @down, @down_bias)
