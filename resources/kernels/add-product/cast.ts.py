  # Adds the products of slopes [n, V] and states z [n, H] to the gradient of a head [V, H], in place; they are of fewer bits.
  def add_product(self: __torch__.Decoder, gradient: Tensor, slope: Tensor, z: Tensor) -> Tensor:
    return torch.add_(gradient, torch.matmul(torch.t(slope), z))
