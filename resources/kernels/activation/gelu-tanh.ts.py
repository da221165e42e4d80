  # x/2 (1 + tanh(√(2/π) (x + 0.044715 x³))).
  def activated(self: __torch__.Decoder, x: Tensor, w: List[Tensor]) -> Tensor:
    bent = torch.tanh(torch.mul(torch.add(x, torch.mul(torch.pow(x, 3), 0.044715)), 0.7978845608028654))
    return torch.mul(torch.mul(x, 0.5), torch.add(bent, 1.))
