  # x less its mean, over its deviation, times the weight, in float32.
  def norm(self: __torch__.Decoder, x: Tensor, weight: Tensor, eps: float) -> Tensor:
    wide = torch.to(x, 6)
    centred = torch.sub(wide, torch.mean(wide, [-1], True))
    length = torch.linalg_vector_norm(centred, 2, [-1], True)
    scale = torch.rsqrt(torch.add(torch.div(torch.mul(length, length), float(torch.size(x, -1))), eps))
    return torch.type_as(torch.mul(torch.mul(centred, scale), torch.to(weight, 6)), x)
