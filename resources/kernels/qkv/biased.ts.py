  # Queries, keys and values of x [B, L, H], one after another: [B, L, (h+2k)D].
  def qkv(self: __torch__.Decoder, x: Tensor, w: List[Tensor]) -> Tensor:
    return torch.linear(x, w[@qkv], w[@qkv_bias])
