  def layer(self: __torch__.Decoder, x: Tensor, w: List[Tensor], rope: Tensor, mask: Optional[Tensor], cache: List[Tensor], slot: int, start: int, reach: int, share: float, h: int, k: int, D: int, eps: float) -> Tensor:
    mixed = (self).attend(x, w, rope, mask, cache, slot, start, reach, h, k, D, eps)
    y = torch.add(x, (self).drop((self).norm(mixed, w[@attention_norm], eps), share))
    return torch.add(y, (self).drop((self).norm((self).feed_forward(y, w), w[@feed_norm], eps), share))
