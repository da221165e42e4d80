/**
 * Tensors, devices and the decoder kernel: the only package that speaks to DJL and PyTorch.
 *
 * <p>The kernel is a TorchScript text on the class path; weights and tokens come in as arguments, results go back as
 * {@link org.hydraworkbench.model.runtime.Tensor}s. Native memory always has an owner, a
 * {@link org.hydraworkbench.model.runtime.TensorScope}, that gives it back when it is closed.
 *
 * <p>PyTorch's libraries for the processor come with the program; those for CUDA are fetched when a person asks
 * ({@link org.hydraworkbench.model.runtime.CudaLibraries}, which says how DJL finds them), and loaded where NVIDIA's driver has a device for them.
 */
@NullMarked
package org.hydraworkbench.model.runtime;

import org.jspecify.annotations.NullMarked;
