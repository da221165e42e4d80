/** Benchmarks, run by hand; each prints a ratio against a stated baseline. */
@NullMarked
package org.hydraworkbench.bench;

import org.jspecify.annotations.NullMarked;
