  # How a layer turns the L positions from "start" on: [L, 1, D/2], complex.
  def turn(self: __torch__.Decoder, rope: Tensor, kinds: Tensor, layer: int, start: int, L: int) -> Tensor:
    own = torch.select(rope, 0, int(torch.item(torch.select(kinds, 0, layer * 2))))
    return torch.unsqueeze(torch.view_as_complex(torch.narrow(own, 0, start, L)), 1)

  # Queries and keys x [B, L, nD] of n heads by themselves, [B, L, n, D], each pair of neighbours turned, in
  # float32, since there are no complex numbers of fewer bits that could be multiplied.
  def turned(self: __torch__.Decoder, x: Tensor, rope: Tensor, n: int, D: int) -> Tensor:
    pairs = torch.view_as_complex(torch.reshape(torch.to(x, 6), [torch.size(x, 0), torch.size(x, 1), n, D // 2, 2]))
    return torch.type_as(torch.flatten(torch.view_as_real(torch.mul(pairs, rope)), 3), x)
