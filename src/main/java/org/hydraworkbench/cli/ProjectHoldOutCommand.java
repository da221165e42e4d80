package org.hydraworkbench.cli;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.work.StepStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hydra project hold-out}: sentences that were imported for training are kept for measuring or tuning. */
@Command(
        name = "hold-out",
        description = "Holds sentences out of what the project trains on, for test or development, as `hydra project import --hold-out` does"
                + " it. They become a corpus of their own, and their pairs are excluded from training; `hydra project undo` takes it back.",
        mixinStandardHelpOptions = true)
final class ProjectHoldOutCommand implements Callable<Integer> {

    private static final class Roles implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Stream.of(CorpusRole.TEST, CorpusRole.DEVELOPMENT).map(CorpusRole::code).iterator();
        }
    }

    @Mixin
    private final ProjectFileMixin project = new ProjectFileMixin();

    @Within(least = 1, most = 1_000_000)
    @Option(names = "--pairs", required = true, paramLabel = "N",
            description = "How many: different source sentences, with all their pairs.")
    private int pairs;

    @Option(names = "--role", paramLabel = "ROLE", defaultValue = "test", completionCandidates = Roles.class,
            description = "What they are for: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private String role = "";

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        CorpusRole use = CorpusRole.CODES.find(role).filter(each -> !each.teaches()).orElseThrow(() ->
                new UsageException("--role " + role + ": sentences are held out for test or for dev."));
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        try (Project open = project.open()) {
            CorpusInfo made = open.work().holdOut(use, pairs).run(new ConsoleProgress(line.getErr()));
            line.getOut().println("Corpus %d, “%s”: %,d pairs for %s".formatted(made.id(), made.name(), made.pairs(), use.title()));
            tellStale(open, line.getErr());
        }
        return 0;
    }

    private void tellStale(Project open, PrintWriter err) throws HydraException {
        List<StepStatus> stale = open.work().guide().steps().stream()
                .filter(step -> step.state() == StepStatus.State.STALE)
                .toList();
        if (!stale.isEmpty()) {
            err.println("hydra: Out of date now: %s. `hydra project run %s --stale` makes that again."
                    .formatted(stale.stream().map(StepStatus::id).collect(Collectors.joining(", ")), project.shown()));
        }
    }
}
