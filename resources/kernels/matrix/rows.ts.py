  # The products of x [.., in] with a matrix [out, in]: [.., out].
  def multiplied(self: __torch__.Decoder, x: Tensor, matrix: Tensor) -> Tensor:
    return torch.linear(x, matrix)

  # The same, and something is added.
  def multiplied_biased(self: __torch__.Decoder, x: Tensor, matrix: Tensor, bias: Tensor) -> Tensor:
    return torch.linear(x, matrix, bias)

  # Such a matrix as [out, in], or one of those as this.
  def upright(self: __torch__.Decoder, matrix: Tensor) -> Tensor:
    return matrix
