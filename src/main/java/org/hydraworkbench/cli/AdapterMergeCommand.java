package org.hydraworkbench.cli;

import picocli.CommandLine.Command;

/** {@code hydra adapter merge}. */
@Command(
        name = "merge",
        description = "Writes a model with an adapter added to its weights. Tables that the adapter brings take the place of its own.",
        mixinStandardHelpOptions = true)
final class AdapterMergeCommand extends AdapterChange {

    @Override
    int sign() {
        return 1;
    }
}
