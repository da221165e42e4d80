package org.hydraworkbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.Term;
import org.hydraworkbench.project.edits.Glossary;
import org.hydraworkbench.text.Tsv;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hydra project glossary}: the terms that the project's translations keep to. */
@Command(
        name = "glossary",
        description = "Shows the project's glossary, after changing it if that is asked for: words or phrases whose translation is fixed, which"
                + " every translation by the project keeps to. Changes can be undone.",
        mixinStandardHelpOptions = true)
final class ProjectGlossaryCommand implements Callable<Integer> {

    @Mixin
    private final ProjectFileMixin project = new ProjectFileMixin();

    @Option(names = "--add", paramLabel = "SOURCE=TARGET",
            description = "Fixes the translation of words; it takes the place of another one of theirs. May be repeated.")
    private List<String> add = List.of();

    @Option(names = "--remove", paramLabel = "SOURCE", description = "Takes the term of these words out; may be repeated.")
    private List<String> remove = List.of();

    @Reads(Place.FILE)
    @Option(names = "--import", paramLabel = "FILE.tsv",
            description = "Takes in terms, a line each, 'source TAB target'; before --add and --remove.")
    private @Nullable Path file;

    @Option(names = "--list", description = "Prints the terms, as --import reads them; that is also done when nothing else is asked for.")
    private boolean list;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        List<Term> added = new ArrayList<>();
        for (String term : add) {
            int equals = term.indexOf('=');
            if (equals < 1 || term.substring(0, equals).isBlank() || term.substring(equals + 1).isBlank()) {
                throw new UsageException("--add " + term + ": write SOURCE=TARGET, for example tree=aseklu.");
            }
            added.add(new Term(term.substring(0, equals), term.substring(equals + 1)));
        }
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        try (Project open = project.open()) {
            change(open.glossary(), added, line.getErr());
            if (list || added.isEmpty() && remove.isEmpty() && file == null) {
                for (Term term : open.glossary().list()) {
                    line.getOut().print(Tsv.row(term.source(), term.target()));
                }
                line.getOut().flush();
            }
        }
        return 0;
    }

    private void change(Glossary glossary, List<Term> added, PrintWriter err) throws HydraException {
        if (file != null) {
            err.println("hydra: %,d terms of %s are new or changed.".formatted(glossary.importFrom(file), file));
        }
        for (Term term : added) {
            if (!glossary.add(term.source(), term.target())) {
                err.println("hydra: “%s” is translated as “%s” already.".formatted(term.source().strip(), term.target().strip()));
            }
        }
        for (String words : remove) {
            if (!glossary.remove(words)) {
                err.println("hydra: There is no term “%s”.".formatted(words.strip()));
            }
        }
    }
}
