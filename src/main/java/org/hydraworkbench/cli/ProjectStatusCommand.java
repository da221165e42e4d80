package org.hydraworkbench.cli;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.work.Guide;
import org.hydraworkbench.project.work.JobRecord;
import org.hydraworkbench.project.work.StepStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hydra project status}: how far each step is, and what comes next. */
@Command(
        name = "status",
        description = {
            "Shows how far each step of a project is: waiting (something it needs is missing), ready, done, or stale (made from"
                    + " something that has changed since), and why.",
            "The last line is the command to run next."
        },
        mixinStandardHelpOptions = true)
final class ProjectStatusCommand implements Callable<Integer> {

    @Mixin
    private final ProjectFileMixin project = new ProjectFileMixin();

    @Option(names = "--json", description = "Prints it as JSON: project, steps, next and stale.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (Project open = project.open()) {
            Guide guide = open.work().guide();
            if (json) {
                out.println(ProjectJson.text(json(open, guide)));
            } else {
                print(open, guide, out);
            }
        }
        return 0;
    }

    private static JsonObject json(Project open, Guide guide) {
        ProjectInfo info = open.info();
        JsonObject head = new JsonObject();
        head.addProperty("name", info.name());
        head.addProperty("from", info.sourceLanguage().toString());
        head.addProperty("to", info.targetLanguage().toString());
        head.addProperty("file", open.file().toString());
        JsonObject all = new JsonObject();
        all.add("project", head);
        all.add("steps", ProjectJson.list(guide.steps(), ProjectStatusCommand::json));
        all.addProperty("next", guide.next().map(StepStatus::id).orElse(null));
        all.addProperty("stale", guide.isStale());
        return all;
    }

    private static JsonObject json(StepStatus step) {
        JsonObject one = new JsonObject();
        one.addProperty("id", step.id());
        one.addProperty("name", step.name());
        one.addProperty("state", step.state().code());
        one.add("artefact", step.artefact().map(ProjectStatusCommand::json).orElse(null));
        one.add("why", ProjectJson.texts(step.why()));
        return one;
    }

    private static JsonObject json(Artefact artefact) {
        JsonObject one = new JsonObject();
        one.addProperty("id", artefact.id());
        one.addProperty("name", artefact.name());
        one.addProperty("created", artefact.created().toString());
        return one;
    }

    private void print(Project open, Guide guide, PrintWriter out) throws HydraException {
        ProjectInfo info = open.info();
        out.println("%s: %s (%s) to %s (%s)".formatted(
                info.name(),
                info.sourceLanguage().englishName(),
                info.sourceLanguage(),
                info.targetLanguage().englishName(),
                info.targetLanguage()));
        for (StepStatus step : guide.steps()) {
            out.println("  %-12s %-8s %s".formatted(step.id(), step.state().code(), result(step)).stripTrailing());
            step.why().forEach(why -> out.println(" ".repeat(24) + why));
        }
        for (JobRecord job : open.work().unfinished()) {
            out.println("“%s” ended early; to go on: hydra project run %s %s --resume"
                    .formatted(job.title(), project.shown(), job.kind()));
        }
        out.println("Next: " + NextStep.command(open, guide, project.shown()));
    }

    private static String result(StepStatus step) {
        if (!step.pairs().isEmpty()) {
            List<String> counts = new ArrayList<>();
            step.pairs().forEach((role, pairs) -> counts.add("%,d pairs for %s".formatted(pairs, role.title())));
            return String.join(", ", counts);
        }
        return step.artefact().map(artefact -> "%s (no. %d)".formatted(artefact.name(), artefact.id())).orElse("");
    }
}
