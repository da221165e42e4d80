  # The feed-forward half, without a gate.
  def feed_forward(self: __torch__.Decoder, x: Tensor, w: List[Tensor], at: int) -> Tensor:
    return torch.linear((self).activated(torch.linear(x, w[at + @up]), w, at), w[at + @down])
