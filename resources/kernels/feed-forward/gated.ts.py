  # The feed-forward half.
  def feed_forward(self: __torch__.Decoder, x: Tensor, w: List[Tensor]) -> Tensor:
    gate = (self).activated((self).linear(x, w, @gate), w)
    return (self).linear(torch.mul(gate, (self).linear(x, w, @up)), w, @down)
