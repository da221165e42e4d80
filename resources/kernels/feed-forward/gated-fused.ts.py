  # The feed-forward half, gate and up of one matrix.
  def feed_forward(self: __torch__.Decoder, x: Tensor, w: List[Tensor]) -> Tensor:
    halves = torch.chunk((self).linear(x, w, @gate_up), 2, -1)
    return (self).linear(torch.mul((self).activated(halves[0], w), halves[1]), w, @down)
