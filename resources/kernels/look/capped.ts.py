  # What queries [B, h, L, D] find among keys and values [B, h, S, D]: each sees those that "mask" names in its row, or, where "causal", itself
  # and those before it, or all.
  def look(self: __torch__.Decoder, query: Tensor, key: Tensor, value: Tensor, mask: Optional[Tensor], causal: bool) -> Tensor:
    products = torch.div(torch.matmul(query, torch.transpose(key, 2, 3)), torch.sqrt(float(torch.size(query, 3))))
    scores = torch.mul(torch.tanh(torch.div(products, @attention_cap)), @attention_cap)
    if torch.__isnot__(mask, None):
      scores = torch.masked_fill(scores, torch.logical_not(unchecked_cast(Tensor, mask)), -inf)
    elif causal:
      later = torch.triu(torch.ones([torch.size(query, 2), torch.size(key, 2)], dtype=11, device=ops.prim.device(query)), 1)
      scores = torch.masked_fill(scores, later, -inf)
    return torch.matmul(torch.type_as(torch.softmax(torch.to(scores, 6), -1), value), value)
