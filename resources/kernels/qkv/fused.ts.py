  # Queries [B, L, h, D], keys and values [B, L, k, D] of x [B, L, H], all of one matrix, in which all queries come first, then all keys.
  def qkv(self: __torch__.Decoder, x: Tensor, w: List[Tensor], h: int, k: int, D: int) -> List[Tensor]:
    heads = torch.reshape((self).linear(x, w, @qkv), [torch.size(x, 0), torch.size(x, 1), h + 2 * k, D])
    return torch.split_with_sizes(heads, [h, k, k], 2)
