  # The feed-forward half, without a gate.
  def feed_forward(self: __torch__.Decoder, x: Tensor, w: List[Tensor]) -> Tensor:
    return torch.linear((self).activated(torch.linear(x, w[@up]), w), w[@down])
