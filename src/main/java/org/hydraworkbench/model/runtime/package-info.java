/**
 * Tensors, devices and the decoder kernel: the only package that speaks to DJL and PyTorch.
 *
 * <p>The kernel is a TorchScript text on the class path; weights and tokens come in as arguments, results go back as
 * {@link org.hydraworkbench.model.runtime.Tensor}s. Native memory always has an owner, a
 * {@link org.hydraworkbench.model.runtime.TensorScope}, that gives it back when it is closed.
 */
@NullMarked
package org.hydraworkbench.model.runtime;

import org.jspecify.annotations.NullMarked;
