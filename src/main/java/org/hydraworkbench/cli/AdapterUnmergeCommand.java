package org.hydraworkbench.cli;

import picocli.CommandLine.Command;

/** {@code hydra adapter unmerge}. */
@Command(
        name = "unmerge",
        description = "Writes a model as it was before an adapter of LoRA was added to its weights, but for rounding; tables stay as they are.",
        mixinStandardHelpOptions = true)
final class AdapterUnmergeCommand extends AdapterChange {

    @Override
    int sign() {
        return -1;
    }
}
