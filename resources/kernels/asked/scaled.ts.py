  # Queries as they meet the keys; what they find is weighed by their product over √D.
  def asked(self: __torch__.Decoder, x: Tensor) -> Tensor:
    return torch.mul(x, @query_scale)
