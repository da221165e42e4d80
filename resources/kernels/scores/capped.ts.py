  # Scores of the vocabulary in states y [n, H]: float32 [n, V].
  def scored(self: __torch__.Decoder, y: Tensor, head: Tensor) -> Tensor:
    return torch.mul(torch.tanh(torch.div((self).product(y, head), @logit_cap)), @logit_cap)

  # The slope of the products of states and head, from that of their scores.
  def unbent(self: __torch__.Decoder, slope: Tensor, scores: Tensor) -> Tensor:
    bent = torch.div(scores, @logit_cap)
    return torch.mul_(slope, torch.rsub(torch.mul(bent, bent), 1))
