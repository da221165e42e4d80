  # Queries [B, L, h, D], keys and values [B, L, k, D] of x [B, L, H], a matrix for each.
  def qkv(self: __torch__.Decoder, x: Tensor, w: List[Tensor], h: int, k: int, D: int) -> List[Tensor]:
    B = torch.size(x, 0)
    L = torch.size(x, 1)
    queries = torch.reshape((self).linear_biased(x, w, @q, @q_bias), [B, L, h, D])
    keys = torch.reshape((self).linear_biased(x, w, @k, @k_bias), [B, L, k, D])
    return [queries, keys, torch.reshape((self).linear_biased(x, w, @v, @v_bias), [B, L, k, D])]
