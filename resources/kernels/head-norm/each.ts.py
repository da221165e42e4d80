  # Queries and keys x [B, L, (h+k)D] before they are turned: each head by itself.
  def head_norm(self: __torch__.Decoder, x: Tensor, w: List[Tensor], h: int, k: int, D: int, eps: float) -> Tensor:
    heads = torch.reshape(x, [torch.size(x, 0), torch.size(x, 1), h + k, D])
    parts = torch.split_with_sizes(heads, [h, k], 2)
    return torch.flatten(torch.cat([(self).norm(parts[0], w[@query_norm], eps), (self).norm(parts[1], w[@key_norm], eps)], 2), 2)
