  # How a layer turns the L positions from "start" on: not at all.
  def turn(self: __torch__.Decoder, rope: Tensor, kinds: Tensor, layer: int, start: int, L: int) -> Tensor:
    return rope

  # Queries and keys x [B, L, nD] of n heads by themselves, [B, L, n, D].
  def turned(self: __torch__.Decoder, x: Tensor, rope: Tensor, n: int, D: int) -> Tensor:
    return torch.reshape(x, [torch.size(x, 0), torch.size(x, 1), n, D])
