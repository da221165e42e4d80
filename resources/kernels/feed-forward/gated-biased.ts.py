  # The feed-forward half.
  def feed_forward(self: __torch__.Decoder, x: Tensor, w: List[Tensor], at: int) -> Tensor:
    halves = torch.chunk(torch.linear(x, w[at + @gate_up], w[at + @gate_up_bias]), 2, -1)
    return torch.linear(torch.mul((self).activated(halves[0], w, at), halves[1]), w[at + @down], w[at + @down_bias])
