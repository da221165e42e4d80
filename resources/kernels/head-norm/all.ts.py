  # Query heads x [B, L, h, D] before they are turned: all together.
  def query_normed(self: __torch__.Decoder, x: Tensor, w: List[Tensor], eps: float) -> Tensor:
    return torch.reshape((self).norm(torch.flatten(x, 2), w[@query_norm], eps), torch.size(x))

  # Key heads x [B, L, k, D] before they are turned: all together.
  def key_normed(self: __torch__.Decoder, x: Tensor, w: List[Tensor], eps: float) -> Tensor:
    return torch.reshape((self).norm(torch.flatten(x, 2), w[@key_norm], eps), torch.size(x))
