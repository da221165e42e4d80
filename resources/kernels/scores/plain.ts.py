  # Scores of the vocabulary in states y [n, H]: float32 [n, V].
  def scored(self: __torch__.Decoder, y: Tensor, head: Tensor) -> Tensor:
    return (self).product(y, head)

  # The slope of the products of states and head, from that of their scores.
  def unbent(self: __torch__.Decoder, slope: Tensor, scores: Tensor) -> Tensor:
    return slope
