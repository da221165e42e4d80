  def layer(self: __torch__.Decoder, x: Tensor, w: List[Tensor], rope: Tensor, mask: Optional[Tensor], cache: List[Tensor], slot: int, start: int, reach: int, share: float, h: int, k: int, D: int, eps: float) -> Tensor:
    mixed = (self).attend((self).norm(x, w[@attention_norm], eps), w, rope, mask, cache, slot, start, reach, h, k, D, eps)
    y = torch.add(x, (self).drop(mixed, share))
    return torch.add(y, (self).drop((self).feed_forward((self).norm(y, w[@feed_norm], eps), w), share))
