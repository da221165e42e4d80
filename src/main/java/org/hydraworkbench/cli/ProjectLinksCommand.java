package org.hydraworkbench.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.edits.LinkRequest;
import org.hydraworkbench.project.links.PairView;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.tokenizer.Segmentation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hydra project links}: shows the links of a pair and corrects them. */
@Command(
        name = "links",
        description = {
            "Shows a pair with its links, after changing some if that is asked for.",
            "Links are written i-j: units of the pair as it is shown, source first, counted from 0. What a person says of a link holds"
                    + " over what the aligner found."
        },
        mixinStandardHelpOptions = true)
final class ProjectLinksCommand implements Callable<Integer> {

    private static final Pattern LINK = Pattern.compile("([0-9]{1,9})-([0-9]{1,9})");

    /** A link as it was typed. */
    private record Typed(int source, int target) {

        @Override
        public String toString() {
            return source + "-" + target;
        }
    }

    @Mixin
    private final ProjectFileMixin project = new ProjectFileMixin();

    @Within(least = 1, most = Long.MAX_VALUE)
    @Option(names = "--pair", required = true, paramLabel = "N", description = "The pair's id in the project.")
    private long pair;

    @Option(names = "--add", paramLabel = "i-j", description = "Says that two units are linked; may be repeated.")
    private List<String> add = List.of();

    @Option(names = "--remove", paramLabel = "i-j", description = "Says that two units are not linked; may be repeated.")
    private List<String> remove = List.of();

    @Option(names = "--confirm", description = "Confirms the pair with its links as they are then.")
    private boolean confirm;

    @Option(names = "--json", description = "Prints it as JSON: pair, source, target and links.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        Set<Typed> added = parse("--add", add);
        Set<Typed> removed = parse("--remove", remove);
        Set<Typed> both = new LinkedHashSet<>(added);
        both.retainAll(removed);
        if (!both.isEmpty()) {
            throw new UsageException("--add and --remove both name " + both.iterator().next() + ".");
        }
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        try (Project open = project.open()) {
            PairView view = open.alignments().now().view(pair);
            List<LinkRequest> requests = new ArrayList<>(requests(view, "--add", added, LinkState.SURE));
            requests.addAll(requests(view, "--remove", removed, LinkState.REJECTED));
            boolean asked = confirm || !requests.isEmpty();
            if (asked && !change(open, requests)) {
                line.getErr().println("hydra: That was so already; nothing was changed.");
            }
            print(asked ? open.alignments().now().view(pair) : view, line.getOut());
        }
        return 0;
    }

    private static Set<Typed> parse(String option, List<String> links) throws UsageException {
        Set<Typed> typed = new LinkedHashSet<>();
        for (String link : links) {
            Matcher matcher = LINK.matcher(link);
            if (!matcher.matches()) {
                throw new UsageException(option + " " + link + ": a link is written i-j, source first, counted from 0.");
            }
            typed.add(new Typed(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
        }
        return typed;
    }

    private static List<LinkRequest> requests(PairView view, String option, Set<Typed> links, LinkState state)
            throws UsageException {
        List<LinkRequest> requests = new ArrayList<>();
        for (Typed link : links) {
            requests.add(new LinkRequest(
                    view.pair().id(),
                    span(view.source(), link.source(), "source", option, link),
                    span(view.target(), link.target(), "target", option, link),
                    state));
        }
        return requests;
    }

    private static Span span(Segmentation side, int index, String name, String option, Typed link) throws UsageException {
        if (index >= side.size()) {
            throw new UsageException("%s %s: the %s side has %d units, counted from 0.".formatted(option, link, name, side.size()));
        }
        return side.segments().get(index).span();
    }

    /** Whether anything was otherwise before. */
    private boolean change(Project open, List<LinkRequest> requests) throws HydraException {
        boolean changed = false;
        if (requests.size() == 1) {
            LinkRequest one = requests.getFirst();
            changed = open.edits().setLink(pair, one.source(), one.target(), one.state());
        } else if (!requests.isEmpty()) {
            changed = open.edits().setLinks("Change %,d links of a sentence".formatted(requests.size()), requests);
        }
        return confirm ? open.edits().confirm(pair, true) | changed : changed;
    }

    private void print(PairView view, PrintWriter out) {
        if (json) {
            out.println(ProjectJson.text(PairSheet.json(view)));
        } else {
            PairSheet.lines(view).forEach(out::println);
        }
    }
}
