  # How a layer turns the L positions from "start" on: not at all.
  def turn(self: __torch__.Decoder, rope: Tensor, kinds: Tensor, layer: int, start: int, L: int) -> Tensor:
    return rope

  # Heads x [B, L, n, D].
  def turned(self: __torch__.Decoder, x: Tensor, rope: Tensor) -> Tensor:
    return x
