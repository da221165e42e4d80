  # What the tables gave for a text, x [B, L, H], with what says where its tokens stand; w is all parameters.
  def placed(self: __torch__.Decoder, x: Tensor, w: List[Tensor]) -> Tensor:
    return x
