  # The weights of layer i of those in w.
  def own(self: __torch__.Decoder, w: List[Tensor], i: int) -> List[Tensor]:
    return torch.slice(w, i * @weights, i * @weights + @weights, 1)
