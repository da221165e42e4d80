package org.hydraworkbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.eval.Chrf;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.demo.DemoBuilder;
import org.hydraworkbench.project.demo.DemoProject;
import org.hydraworkbench.project.demo.DemoRun;
import org.hydraworkbench.project.settings.EvaluationSettings;
import org.hydraworkbench.project.work.Environment;
import org.hydraworkbench.project.work.Tensors;
import org.hydraworkbench.train.TrainNumber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hydra demo}: the whole road on English–Kabyle, ending with translations and their chrF. */
@Command(
        name = "demo",
        description = "Opens the English–Kabyle demo, translates test sentences and measures them.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final String FILE = "demo.hydra";
    private static final int SHOWN = 5;

    @Writes(Place.FOLDER)
    @Option(names = "--out", paramLabel = "DIR", description = "Leaves the project there; without it nothing is left behind.")
    private @Nullable Path out;

    @Option(names = "--rebuild", description = "Makes every part again from the raw files: tokenizer, alignment, mapping, tables, tuning.")
    private boolean rebuild;

    @Within(least = 1, most = 100_000)
    @Option(names = "--lines", defaultValue = "60", paramLabel = "N", description = "Test sentences to translate (${DEFAULT-VALUE}).")
    private int lines;

    @Within(training = TrainNumber.STEPS)
    @Option(
            names = "--steps",
            defaultValue = "" + DemoBuilder.STEPS,
            paramLabel = "N",
            description = "Steps of tuning for --rebuild (${DEFAULT-VALUE}).")
    private int steps;

    @Writes(Place.FOLDER)
    @Option(names = "--pack", hidden = true, paramLabel = "DIR", description = "With --rebuild: packs what was made as the program's resources.")
    private @Nullable Path pack;

    @Mixin
    private RuntimeMixin runtimeOptions = new RuntimeMixin();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        if (pack != null && !rebuild) {
            throw new UsageException("--pack belongs to --rebuild.");
        }
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Progress progress = new ConsoleProgress(line.getErr());
        Path folder = out == null ? Folders.temporary("hydra-demo") : out;
        try (TensorRuntime runtime = runtimeOptions.open()) {
            if (rebuild) {
                rebuild(folder.resolve(FILE), runtime, line.getOut(), progress);
            } else {
                try (Project project = DemoProject.create(folder.resolve(FILE), progress)) {
                    report(project, DemoProject.randomTranslations(), runtime, line.getOut(), progress);
                }
            }
        } finally {
            if (out == null) {
                Folders.delete(folder);
            }
        }
        if (out != null) {
            line.getOut().println("The project is " + folder.resolve(FILE).toAbsolutePath());
        }
        return 0;
    }

    private void rebuild(Path file, TensorRuntime runtime, PrintWriter text, Progress progress) throws HydraException {
        DemoBuilder builder = new DemoBuilder(Environment.of(Tensors.on(runtime)).withTrainer(runtimeOptions.options()), steps, lines, progress);
        try (Project project = builder.build(file)) {
            progress.message("The same from random rows, to compare with");
            String random = builder.randomBaseline(project);
            if (pack != null) {
                DemoBuilder.pack(project, random, pack);
            }
            report(project, DemoRun.translations(random), runtime, text, progress);
        }
    }

    private void report(
            Project project, List<String> random, TensorRuntime runtime, PrintWriter text, Progress progress)
            throws HydraException {
        int count = Math.min(lines, random.size());
        EvaluationSettings settings = EvaluationSettings.defaults().withRole(CorpusRole.TEST).withPairs(count);
        DemoRun run = DemoRun.of(project, settings, runtime, progress);
        text.println();
        for (int k = 0; k < Math.min(SHOWN, run.sources().size()); k++) {
            text.println("  " + run.sources().get(k));
            text.println("  → " + run.translations().get(k));
            text.println("    (a person: " + run.references().get(k) + ")");
        }
        text.println();
        List<String> table = new ArrayList<>();
        table.add(row("trans-tokenized Hydra", Chrf.chrf().corpus(run.translations(), run.references())));
        table.add(row(
                "random initialisation", Chrf.chrf().corpus(random.subList(0, run.sources().size()), run.references())));
        table.add(row("copying the source", Chrf.chrf().corpus(run.sources(), run.references())));
        text.printf(Locale.ROOT, "English → Kabyle, %d test sentences %15s%n", run.sources().size(), "chrF");
        table.forEach(text::println);
        text.println("Both models were tuned alike on 10,763 sentence pairs and 39,357 synthetic ones; the second began with random rows, and its");
        text.println("translations were " + (rebuild ? "made just now." : "kept from when the demo was made."));
    }

    private static String row(String name, double chrf) {
        return String.format(Locale.ROOT, "  %-34s %14.2f", name, chrf);
    }
}
