package org.hydraworkbench.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code hydra adapter}: what is learnt beside the matrices of a model. */
@Command(
        name = "adapter",
        description = "Adds what was learnt beside the weights of a model (LoRA, DoRA), as peft or 'train --plan lora' writes it, to these, or takes it"
                + " away again.",
        mixinStandardHelpOptions = true,
        subcommands = {AdapterMergeCommand.class, AdapterUnmergeCommand.class})
final class AdapterCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Missing what to do with the adapter: merge or unmerge.");
    }
}
