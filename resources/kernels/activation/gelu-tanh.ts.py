  # x/2 (1 + tanh(√(2/π) (x + 0.044715 x³))).
  def activated(self: __torch__.Decoder, x: Tensor, w: List[Tensor]) -> Tensor:
    return torch.gelu(x, approximate="tanh")
