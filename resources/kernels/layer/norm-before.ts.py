  def layer(self: __torch__.Decoder, x: Tensor, w: List[Tensor], at: int, rope: Tensor, mask: Optional[Tensor], cache: List[Tensor], slot: int, start: int, reach: int, share: float, h: int, k: int, D: int, eps: float) -> Tensor:
    mixed = (self).attend((self).norm(x, w[at + @attention_norm], eps), w, at, rope, mask, cache, slot, start, reach, h, k, D, eps)
    y = torch.add(x, (self).drop(mixed, share))
    return torch.add(y, (self).drop((self).feed_forward((self).norm(y, w[at + @feed_norm], eps), w, at), share))
