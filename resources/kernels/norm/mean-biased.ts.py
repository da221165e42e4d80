  # x less its mean, over its deviation, times the first half of the weight, plus the second.
  def norm(self: __torch__.Decoder, x: Tensor, weight: Tensor, eps: float) -> Tensor:
    halves = torch.chunk(weight, 2)
    return torch.layer_norm(x, [torch.size(x, -1)], halves[0], halves[1], eps)
