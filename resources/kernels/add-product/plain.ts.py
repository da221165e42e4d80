  # Adds the products of slopes [n, V] and states z [n, H] to the gradient of a head [V, H], in place.
  def add_product(self: __torch__.Decoder, gradient: Tensor, slope: Tensor, z: Tensor) -> Tensor:
    return torch.addmm_(gradient, torch.t(slope), z)
