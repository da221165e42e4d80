package org.hydraworkbench.cli;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.measures.Battery;
import org.hydraworkbench.project.measures.BatteryJson;
import org.hydraworkbench.project.measures.DecodingGain;
import org.hydraworkbench.project.measures.SystemScores;
import org.hydraworkbench.project.work.Environment;
import org.hydraworkbench.project.work.JobRecord;
import org.hydraworkbench.project.work.Operation;
import org.hydraworkbench.project.work.Rerun;
import org.hydraworkbench.project.work.TrainOperation;
import org.hydraworkbench.project.work.Work;
import org.jspecify.annotations.Nullable;

/** Does steps of a project as the command line asks for, and prints what they made. */
final class StepRunner implements Rerun.Hand {

    /** What becomes of a run of the step that ended early. */
    enum Earlier {
        /** It is gone on with where the step would now be done in the very same way; otherwise the person must say. */
        IF_SAME,
        /** It is gone on with as it was meant. */
        RESUME,
        /** It is given up. */
        RESTART
    }

    private final Project project;
    private final Work work;
    private final String file;
    private final StepChoices choices;
    private final Earlier earlier;
    private final Environment environment;
    private final PrintWriter out;
    private final Set<Operation<?>> ran = new LinkedHashSet<>();

    /** @param file the project's file as it is typed */
    StepRunner(Project project, String file, StepChoices choices, Earlier earlier, Environment environment, PrintWriter out) {
        this.project = project;
        this.work = project.work();
        this.file = file;
        this.choices = choices;
        this.earlier = earlier;
        this.environment = environment;
        this.out = out;
    }

    /** Does a step as the result in use was made, but for what was chosen. */
    <S> void run(Operation<S> operation, Progress progress) throws HydraException {
        S settings = settings(operation, work.usual(operation));
        progress.message(operation.title(settings));
        make(operation, settings, progress);
    }

    /** The steps that were done. */
    Set<Operation<?>> ran() {
        return ran;
    }

    @Override
    public <S> S settings(Operation<S> operation, S own) throws HydraException {
        return choices.apply(operation, own);
    }

    @Override
    public <S> Artefact make(Operation<S> operation, S settings, Progress progress) throws HydraException {
        progress.checkCancelled();
        ran.add(operation);
        Artefact made;
        try (Interruption.Patience _ = patience(operation)) {
            made = make(operation, settings, unfinished(operation, settings), progress);
        }
        out.println("%s: %s (no. %d)".formatted(operation.id(), made.name(), made.id()));
        if (made.kind() == ArtefactKind.EVALUATION) {
            print(BatteryJson.read(made.summary()));
        } else if (made.kind() == ArtefactKind.DECODING) {
            print(DecodingGain.read(made.summary()));
        }
        return made;
    }

    /** A training that is told to stop may take its time to leave a checkpoint. */
    private static Interruption.@Nullable Patience patience(Operation<?> operation) {
        return operation instanceof TrainOperation ? Interruption.patience() : null;
    }

    private <S> Artefact make(Operation<S> operation, S settings, Optional<JobRecord> unfinished, Progress progress)
            throws HydraException {
        if (unfinished.isEmpty()) {
            return work.job(operation, settings, Use.ALWAYS, environment).run(progress);
        }
        progress.log("Going on with what ended early: " + unfinished.get().title());
        Artefact made = work.resume(unfinished.get(), environment).run(progress);
        project.artefacts().use(made);
        return made;
    }

    private void print(Battery battery) {
        double chrf = floor(battery, SystemScores::chrf);
        double bleu = floor(battery, SystemScores::bleu);
        for (SystemScores scores : battery.systems()) {
            out.println(String.format(Locale.ROOT, "  %s: %s, chrF++ %.2f, %s",
                    scores.system().code(), figure("chrF", scores.chrf(), chrf), scores.chrfPlusPlus(), figure("BLEU", scores.bleu(), bleu)));
        }
    }

    private void print(DecodingGain gain) {
        if (gain.isUsual()) {
            out.println(String.format(
                    Locale.ROOT,
                    "  with %,d pairs that were not learnt from nothing did better than the program's own weights, which stay: chrF %.2f, BLEU %.2f",
                    gain.measured(),
                    gain.chrfBefore(),
                    gain.bleuBefore()));
            return;
        }
        out.println(String.format(
                Locale.ROOT,
                "  with %,d pairs that were not learnt from: chrF %.2f, with the program's own weights %.2f (%+.2f [%+.2f, %+.2f]); BLEU %.2f, %.2f (%+.2f)",
                gain.measured(),
                gain.chrfAfter(),
                gain.chrfBefore(),
                gain.chrf(),
                gain.low(),
                gain.high(),
                gain.bleuAfter(),
                gain.bleuBefore(),
                gain.bleu()));
    }

    private static double floor(Battery battery, Function<SystemScores, SystemScores.Figure> metric) {
        return battery.systems().stream()
                .filter(scores -> scores.system().isFloor())
                .mapToDouble(scores -> metric.apply(scores).score())
                .max()
                .orElse(Double.NaN);
    }

    private static String figure(String name, SystemScores.Figure figure, double floor) {
        String chance = Double.isNaN(figure.p())
                ? ""
                : String.format(Locale.ROOT, " (%+.2f to the best floor, p = %.3f)", figure.score() - floor, figure.p());
        return String.format(Locale.ROOT, "%s %.2f [%.2f, %.2f]%s", name, figure.score(), figure.low(), figure.high(), chance);
    }

    /** The run to go on with. */
    private <S> Optional<JobRecord> unfinished(Operation<S> operation, S settings) throws HydraException {
        Optional<JobRecord> unfinished = work.unfinished(operation);
        switch (earlier) {
            case RESUME -> {
                if (unfinished.isEmpty()) {
                    throw new InputException("There is no run of “" + operation.id() + "” that ended early, so none to go on with.");
                }
            }
            case RESTART -> {
                for (; unfinished.isPresent(); unfinished = work.unfinished(operation)) {
                    work.discard(unfinished.get());
                }
            }
            case IF_SAME -> {
                if (unfinished.isPresent()) {
                    requireSame(unfinished.get(), operation, settings);
                }
            }
        }
        return unfinished;
    }

    private <S> void requireSame(JobRecord unfinished, Operation<S> operation, S settings) throws HydraException {
        List<String> differences = work.differences(unfinished, operation, settings);
        if (!differences.isEmpty()) {
            throw new InputException(
                    "A run of “%s” ended early, and it was meant otherwise (%s). “hydra project run %s %s --resume” goes on with it;"
                                    .formatted(operation.id(), String.join(", ", differences), file, operation.id())
                            + " with --restart instead it is given up and a new one begins.");
        }
    }
}
