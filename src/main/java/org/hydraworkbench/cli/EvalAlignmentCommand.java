package org.hydraworkbench.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.align.Alignment;
import org.hydraworkbench.align.AlignmentMetrics;
import org.hydraworkbench.align.format.LinkFile;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra eval alignment}: precision, recall, F1 and alignment error rate. */
@Command(
        name = "alignment",
        description = "Compares links with links drawn by people: precision, recall, F1 and alignment error rate.",
        mixinStandardHelpOptions = true)
final class EvalAlignmentCommand implements Callable<Integer> {

    @Option(names = "--gold", required = true, paramLabel = "FILE",
            description = "Links drawn by people, a pair a line: i-j sure, ipj or i?j possible, counted from 0.")
    private @Nullable Path gold;

    @Option(names = "--hyp", required = true, paramLabel = "FILE",
            description = "The links to measure, line by line; lines beyond the last of --gold are not measured.")
    private @Nullable Path hypothesis;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        Path goldFile = Objects.requireNonNull(gold);
        Path foundFile = Objects.requireNonNull(hypothesis);
        List<Alignment> wanted = LinkFile.readAll(goldFile);
        List<Alignment> found = LinkFile.readAll(foundFile);
        if (wanted.isEmpty()) {
            throw InputException.in(goldFile, "is empty; there is nothing to measure against");
        }
        if (found.size() < wanted.size()) {
            throw InputException.in(foundFile, "has " + found.size() + " lines, " + goldFile + " has " + wanted.size()
                    + "; line N of one must be line N of the other");
        }
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (found.size() > wanted.size()) {
            line.getErr().printf(Locale.ROOT, "hydra: only the first %,d of %,d lines have a gold line%n",
                    wanted.size(), found.size());
        }
        AlignmentMetrics.Scores scores = AlignmentMetrics.score(wanted, found.subList(0, wanted.size()));
        if (json) {
            JsonObject result = new JsonObject();
            result.addProperty("precision", scores.precision());
            result.addProperty("recall", scores.recall());
            result.addProperty("f1", scores.f1());
            result.addProperty("aer", scores.aer());
            line.getOut().println(new GsonBuilder().setPrettyPrinting().create().toJson(result));
        } else {
            line.getOut().printf(
                    Locale.ROOT,
                    "AER %.2f %%   precision %.2f %%   recall %.2f %%   F1 %.2f %%%n",
                    100 * scores.aer(),
                    100 * scores.precision(),
                    100 * scores.recall(),
                    100 * scores.f1());
        }
        return 0;
    }
}
