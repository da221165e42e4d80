  # x less its mean, over its deviation, times the weight.
  def norm(self: __torch__.Decoder, x: Tensor, weight: Tensor, eps: float) -> Tensor:
    centred = torch.sub(x, torch.mean(x, [-1], True))
    length = torch.linalg_vector_norm(centred, 2, [-1], True)
    scale = torch.rsqrt(torch.add(torch.div(torch.mul(length, length), float(torch.size(x, -1))), eps))
    return torch.mul(torch.mul(centred, scale), weight)
