  def layer(self: __torch__.Decoder, x: Tensor, w: List[Tensor], at: int, rope: Tensor, mask: Optional[Tensor], cache: List[Tensor], slot: int, start: int, reach: int, share: float, h: int, k: int, D: int, eps: float) -> Tensor:
    mixed = (self).attend((self).norm(x, w[at + @attention_norm], eps), w, at, rope, mask, cache, slot, start, reach, h, k, D, eps)
    fed = (self).feed_forward((self).norm(x, w[at + @feed_norm], eps), w, at)
    return torch.add(torch.add(x, (self).drop(mixed, share)), (self).drop(fed, share))
