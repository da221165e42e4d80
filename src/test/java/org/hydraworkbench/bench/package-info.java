/**
 * What is run by hand: benchmarks, each of which prints a ratio against a stated baseline; {@link org.hydraworkbench.bench.Fuzz}, which
 * damages files and runs the commands that read them; and {@link org.hydraworkbench.bench.KillHarness}, which kills commands that write and looks at
 * what is left.
 */
@NullMarked
package org.hydraworkbench.bench;

import org.jspecify.annotations.NullMarked;
