  # Queries [B, L, h, D], keys and values [B, L, k, D] of x [B, L, H], all of one matrix, in which each head has its three one after another.
  def qkv(self: __torch__.Decoder, x: Tensor, w: List[Tensor], h: int, k: int, D: int) -> List[Tensor]:
    return torch.chunk(torch.reshape((self).linear_biased(x, w, @qkv, @qkv_bias), [torch.size(x, 0), torch.size(x, 1), h, 3 * D]), 3, -1)
