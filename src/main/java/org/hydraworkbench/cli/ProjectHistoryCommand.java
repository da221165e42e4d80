package org.hydraworkbench.cli;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.History;
import org.hydraworkbench.text.Tsv;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hydra project history}: what was done, newest first. */
@Command(name = "history", description = "Lists what was done in a project, newest first.", mixinStandardHelpOptions = true)
final class ProjectHistoryCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Mixin
    private final ProjectFileMixin project = new ProjectFileMixin();

    @Within(least = 1, most = Integer.MAX_VALUE)
    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "At most so many (${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "Prints it as JSON: actions with name, author, time and undone.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (Project open = project.open()) {
            List<History.Entry> entries = open.history().entries(limit);
            if (json) {
                JsonObject all = new JsonObject();
                all.add("actions", ProjectJson.list(entries, ProjectHistoryCommand::json));
                out.println(ProjectJson.text(all));
            } else if (entries.isEmpty()) {
                out.println("Nothing was done yet.");
            } else {
                entries.forEach(entry -> out.println("%s  %s  %s%s".formatted(
                        TIME.format(entry.time()), entry.author(), Tsv.cell(entry.name()), entry.undone() ? " (undone)" : "")));
            }
        }
        return 0;
    }

    private static JsonObject json(History.Entry entry) {
        JsonObject one = new JsonObject();
        one.addProperty("name", entry.name());
        one.addProperty("author", entry.author());
        one.addProperty("time", entry.time().toString());
        one.addProperty("undone", entry.undone());
        return one;
    }
}
