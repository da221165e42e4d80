  # The products of x with the weight at a place among those of a layer.
  def linear(self: __torch__.Decoder, x: Tensor, w: List[Tensor], at: int) -> Tensor:
    return (self).multiplied(x, w[at])

  # The same, and the weight at another is added.
  def linear_biased(self: __torch__.Decoder, x: Tensor, w: List[Tensor], at: int, bias: int) -> Tensor:
    return (self).multiplied_biased(x, w[at], w[bias])
