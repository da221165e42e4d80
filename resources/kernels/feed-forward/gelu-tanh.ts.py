  # The feed-forward half; the gate goes through x/2 (1 + tanh(√(2/π) (x + 0.044715 x³))).
  def feed_forward(self: __torch__.Decoder, x: Tensor, w: List[Tensor], at: int) -> Tensor:
    halves = torch.chunk(torch.linear(x, w[at + @gate_up]), 2, -1)
    g = halves[0]
    bent = torch.tanh(torch.mul(torch.add(g, torch.mul(torch.pow(g, 3), 0.044715)), 0.7978845608028654))
    gate = torch.mul(torch.mul(g, 0.5), torch.add(bent, 1.))
    return torch.linear(torch.mul(gate, halves[1]), w[at + @down])
