/**
 * The command line {@code hydra}: every use case of the engine as a command. One class per command; the classes only read
 * options, call the engine and print. The only package that writes to standard output.
 */
@NullMarked
package org.hydraworkbench.cli;

import org.jspecify.annotations.NullMarked;
