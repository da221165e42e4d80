  # x sigmoid(x).
  def activated(self: __torch__.Decoder, x: Tensor, w: List[Tensor], at: int) -> Tensor:
    return torch.silu(x)
