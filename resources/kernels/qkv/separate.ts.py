  # Queries [B, L, h, D], keys and values [B, L, k, D] of x [B, L, H], a matrix for each.
  def qkv(self: __torch__.Decoder, x: Tensor, w: List[Tensor], h: int, k: int, D: int) -> List[Tensor]:
    B = torch.size(x, 0)
    L = torch.size(x, 1)
    queries = torch.reshape((self).linear(x, w, @q), [B, L, h, D])
    keys = torch.reshape((self).linear(x, w, @k), [B, L, k, D])
    return [queries, keys, torch.reshape((self).linear(x, w, @v), [B, L, k, D])]
