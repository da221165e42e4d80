  # Queries and keys x [B, L, (h+k)D] before they are turned: all queries together, and all keys.
  def head_norm(self: __torch__.Decoder, x: Tensor, w: List[Tensor], h: int, k: int, D: int, eps: float) -> Tensor:
    parts = torch.split_with_sizes(x, [h * D, k * D], -1)
    return torch.cat([(self).norm(parts[0], w[@query_norm], eps), (self).norm(parts[1], w[@key_norm], eps)], -1)
