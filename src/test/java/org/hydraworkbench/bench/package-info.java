/**
 * What is run by hand: benchmarks, each of which prints a ratio against a stated baseline; {@link org.hydraworkbench.bench.Fuzz}, which
 * damages files and runs the commands that read them; {@link org.hydraworkbench.bench.KillHarness}, which kills commands that write and looks
 * at what is left; and {@link org.hydraworkbench.bench.Scarcity}, which runs all commands where disk or memory do not suffice or another
 * makes the same. The commands of the last two are {@link org.hydraworkbench.bench.SampleCommands}.
 */
@NullMarked
package org.hydraworkbench.bench;

import org.jspecify.annotations.NullMarked;
