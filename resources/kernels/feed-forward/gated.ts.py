  # The feed-forward half.
  def feed_forward(self: __torch__.Decoder, x: Tensor, w: List[Tensor]) -> Tensor:
    halves = torch.chunk(torch.linear(x, w[@gate_up]), 2, -1)
    return torch.linear(torch.mul((self).activated(halves[0], w), halves[1]), w[@down])
