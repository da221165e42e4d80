  # The products of x with the weight at a place among those of a layer, to which two narrow matrices, A [r, in] and B [out, r], are added, and
  # whose rows then have lengths that are learnt, m [out] (Liu et al. 2024). As there, no gradient goes through the length that they had.
  def linear(self: __torch__.Decoder, x: Tensor, w: List[Tensor], at: int) -> Tensor:
    places = annotate(List[int], [@adapter_places])
    a = places[at]
    y = torch.add((self).multiplied(x, w[at]), torch.linear(torch.linear(x, w[a]), w[a + 1]), alpha=@adapter_scale)
    length = torch.detach(torch.linalg_vector_norm((self).turned_by(w[at], w[a], w[a + 1]), 2, [1]))
    return torch.mul(y, torch.type_as(torch.div(torch.to(w[a + 2], 6), length), y))

  # The same, and the weight at another is added.
  def linear_biased(self: __torch__.Decoder, x: Tensor, w: List[Tensor], at: int, bias: int) -> Tensor:
    return torch.add((self).linear(x, w, at), w[bias])

  # A weight, [out, in], and what is learnt beside it, float32.
  def turned_by(self: __torch__.Decoder, weight: Tensor, a: Tensor, b: Tensor) -> Tensor:
    product = torch.matmul(torch.to(b, 6), torch.to(a, 6))
    return torch.add((self).upright(torch.to(weight, 6)), product, alpha=@adapter_scale)

  # A weight and what is learnt beside it (A, B, m) as one, float32.
  def merged(self: __torch__.Decoder, w: List[Tensor]) -> List[Tensor]:
    rows = (self).turned_by(w[0], w[1], w[2])
    length = torch.linalg_vector_norm(rows, 2, [1])
    return [(self).upright(torch.mul(rows, torch.unsqueeze(torch.div(torch.to(w[3], 6), length), 1)))]
