  # x times one more than its weight, over its root mean square, in float32.
  def norm(self: __torch__.Decoder, x: Tensor, weight: Tensor, eps: float) -> Tensor:
    wide = torch.to(x, 6)
    length = torch.linalg_vector_norm(wide, 2, [-1], True)
    scale = torch.rsqrt(torch.add(torch.div(torch.mul(length, length), float(torch.size(x, -1))), eps))
    return torch.type_as(torch.mul(torch.mul(wide, scale), torch.add(torch.to(weight, 6), 1.)), x)
