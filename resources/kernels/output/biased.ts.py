  # What the heads found, [B, L, hD], to [B, L, H].
  def output(self: __torch__.Decoder, x: Tensor, w: List[Tensor]) -> Tensor:
    return (self).linear_biased(x, w, @output, @output_bias)
