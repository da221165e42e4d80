  # What queries [B, h, L, D] find among keys and values [B, h, S, D]: each sees those that "mask" names in its row, or, where "causal", itself
  # and those before it, or all.
  def look(self: __torch__.Decoder, query: Tensor, key: Tensor, value: Tensor, mask: Optional[Tensor], causal: bool) -> Tensor:
    return torch.scaled_dot_product_attention(query, key, value, mask, 0., causal)
