  # The feed-forward half.
  def feed_forward(self: __torch__.Decoder, x: Tensor, w: List[Tensor]) -> Tensor:
    gate = (self).activated((self).linear_biased(x, w, @gate, @gate_bias), w)
    return (self).linear_biased(torch.mul(gate, (self).linear_biased(x, w, @up, @up_bias)), w, @down, @down_bias)
