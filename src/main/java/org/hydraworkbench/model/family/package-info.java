/**
 * The families of decoders that can be run: what each consists of, how its files name the weights, and what its configuration leaves unsaid. A
 * new family is one class here, a line in {@link org.hydraworkbench.model.family.Families}, and where its arithmetic is new a part of the
 * kernel in {@code resources/kernels}.
 */
@NullMarked
package org.hydraworkbench.model.family;

import org.jspecify.annotations.NullMarked;
