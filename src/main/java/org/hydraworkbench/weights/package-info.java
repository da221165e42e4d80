/**
 * Tensors on disk: safetensors files read by memory map and written as a stream, whole or in shards, and the conversions
 * between float32 and the half-width formats.
 *
 * <p>Data comes from model folders in the form Hugging Face uses and goes to the decoder, to embedding transfer and back
 * into such folders. Only safetensors are read; formats that can carry code (pickles) never are.
 */
@NullMarked
package org.hydraworkbench.weights;

import org.jspecify.annotations.NullMarked;
