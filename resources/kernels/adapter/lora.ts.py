  # The products of x with the weight at a place among those of a layer, and with what is learnt beside it: two narrow matrices, A [r, in] and
  # B [out, r], after one another (Hu et al. 2021).
  def linear(self: __torch__.Decoder, x: Tensor, w: List[Tensor], at: int) -> Tensor:
    return (self).beside((self).multiplied(x, w[at]), x, w, at)

  # The same, and the weight at another is added.
  def linear_biased(self: __torch__.Decoder, x: Tensor, w: List[Tensor], at: int, bias: int) -> Tensor:
    return (self).beside((self).multiplied_biased(x, w[at], w[bias]), x, w, at)

  # y with what is learnt beside it.
  def beside(self: __torch__.Decoder, y: Tensor, x: Tensor, w: List[Tensor], at: int) -> Tensor:
    places = annotate(List[int], [@adapter_places])
    a = places[at]
    return torch.add(y, torch.linear(torch.linear(x, w[a]), w[a + 1]), alpha=@adapter_scale)

  # A weight and what is learnt beside it (A, B) as one, float32.
  def merged(self: __torch__.Decoder, w: List[Tensor]) -> List[Tensor]:
    product = torch.matmul(torch.to(w[2], 6), torch.to(w[1], 6))
    return [torch.add(torch.to(w[0], 6), (self).upright(product), alpha=@adapter_scale)]
