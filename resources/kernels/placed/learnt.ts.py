  # What the tables gave for a text, x [B, L, H], with what says where its tokens stand: rows of the last parameter before those of layers.
  def placed(self: __torch__.Decoder, x: Tensor, w: List[Tensor]) -> Tensor:
    return torch.add(x, torch.narrow(w[@outer - 1], 0, 0, torch.size(x, 1)))
