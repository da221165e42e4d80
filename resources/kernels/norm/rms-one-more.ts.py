  # x times one more than its weight, over its root mean square.
  def norm(self: __torch__.Decoder, x: Tensor, weight: Tensor, eps: float) -> Tensor:
    length = torch.linalg_vector_norm(x, 2, [-1], True)
    scale = torch.rsqrt(torch.add(torch.div(torch.mul(length, length), float(torch.size(x, -1))), eps))
    return torch.mul(torch.mul(x, scale), torch.add(weight, 1.))
