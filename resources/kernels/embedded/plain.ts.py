  # Rows of the input table as the first layer reads them.
  def embedded(self: __torch__.Decoder, x: Tensor) -> Tensor:
    return x
