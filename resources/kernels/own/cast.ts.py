  # The weights of layer i of those in w, in the type that is computed in.
  def own(self: __torch__.Decoder, w: List[Tensor], i: int) -> List[Tensor]:
    result = annotate(List[Tensor], [])
    for j in range(@weights):
      _0 = torch.append(result, torch.to(w[i * @weights + j], @compute))
    return result
