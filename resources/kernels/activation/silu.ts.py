  # x sigmoid(x).
  def activated(self: __torch__.Decoder, x: Tensor, w: List[Tensor]) -> Tensor:
    return torch.silu(x)
