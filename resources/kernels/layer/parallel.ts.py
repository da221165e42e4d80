  def layer(self: __torch__.Decoder, x: Tensor, w: List[Tensor], rope: Tensor, mask: Optional[Tensor], cache: List[Tensor], slot: int, start: int, reach: int, share: float, h: int, k: int, D: int, eps: float) -> Tensor:
    read = (self).norm(x, w[@attention_norm], eps)
    mixed = (self).attend(read, w, rope, mask, cache, slot, start, reach, h, k, D, eps)
    return torch.add(torch.add(x, (self).drop(mixed, share)), (self).drop((self).feed_forward(read, w), share))
