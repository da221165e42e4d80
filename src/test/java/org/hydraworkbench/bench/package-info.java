/** Benchmarks and a fuzzer, run by hand; each benchmark prints a ratio against a stated baseline. */
@NullMarked
package org.hydraworkbench.bench;

import org.jspecify.annotations.NullMarked;
