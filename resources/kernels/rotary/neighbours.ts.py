  # How a layer turns the L positions from "start" on: [L, 1, D/2], complex.
  def turn(self: __torch__.Decoder, rope: Tensor, kinds: Tensor, layer: int, start: int, L: int) -> Tensor:
    own = torch.narrow(torch.select(rope, 0, int(torch.item(torch.select(kinds, 0, layer * 2)))), 0, start, L)
    return torch.unsqueeze(torch.complex(torch.select(own, -2, 0), torch.select(own, -2, 1)), 1)

  # Heads x [B, L, n, D], each pair of neighbours turned, in float32, since there are no complex numbers of fewer bits that could be multiplied.
  def turned(self: __torch__.Decoder, x: Tensor, rope: Tensor) -> Tensor:
    pairs = torch.view_as_complex(torch.reshape(torch.to(x, 6), [torch.size(x, 0), torch.size(x, 1), torch.size(x, 2), -1, 2]))
    return torch.type_as(torch.flatten(torch.view_as_real(torch.mul(pairs, rope)), 3), x)
