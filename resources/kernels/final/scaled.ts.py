  # The states that heads look at: x after the final norm.
  def final(self: __torch__.Decoder, x: Tensor, norm: Tensor, eps: float) -> Tensor:
    return torch.mul((self).norm(x, torch.type_as(norm, x), eps), @logit_scale)
