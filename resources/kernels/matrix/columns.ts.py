  # The products of x [.., in] with a matrix [in, out]: [.., out].
  def multiplied(self: __torch__.Decoder, x: Tensor, matrix: Tensor) -> Tensor:
    return torch.matmul(x, matrix)

  # The same, and something is added.
  def multiplied_biased(self: __torch__.Decoder, x: Tensor, matrix: Tensor, bias: Tensor) -> Tensor:
    return torch.add(torch.matmul(x, matrix), bias)

  # Such a matrix as [out, in], or one of those as this.
  def upright(self: __torch__.Decoder, matrix: Tensor) -> Tensor:
    return torch.t(matrix)
