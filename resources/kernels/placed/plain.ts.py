  # What the tables gave for a text, x [B, L, H], with what says where its tokens stand; outer are the weights that belong to no layer.
  def placed(self: __torch__.Decoder, x: Tensor, outer: List[Tensor]) -> Tensor:
    return x
