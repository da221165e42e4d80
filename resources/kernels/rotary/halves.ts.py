  # How a layer turns the L positions from "start" on: [L, 1, 2, R/2], cosines and sines.
  def turn(self: __torch__.Decoder, rope: Tensor, kinds: Tensor, layer: int, start: int, L: int) -> Tensor:
    own = torch.select(rope, 0, int(torch.item(torch.select(kinds, 0, layer * 2))))
    return torch.unsqueeze(torch.narrow(own, 0, start, L), 1)

  # Heads x [B, L, n, D], of which the pairs that are turned together lie in two halves; in float32.
  def turned(self: __torch__.Decoder, x: Tensor, rope: Tensor) -> Tensor:
    halves = torch.chunk(torch.to(x, 6), 2, -1)
    cosines = torch.select(rope, -2, 0)
    sines = torch.select(rope, -2, 1)
    first = torch.addcmul(torch.mul(halves[0], cosines), halves[1], sines, value=-1)
    second = torch.addcmul(torch.mul(halves[1], cosines), halves[0], sines)
    return torch.type_as(torch.cat([first, second], -1), x)
