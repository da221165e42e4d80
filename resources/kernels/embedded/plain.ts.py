  # Rows of the input table as the first layer reads them, in the type that is computed in.
  def embedded(self: __torch__.Decoder, x: Tensor) -> Tensor:
    return torch.to(x, @compute)
