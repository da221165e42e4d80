package org.hydraworkbench.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.AlignmentMetrics;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkGrid;
import org.hydraworkbench.align.links.Symmetrization;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.testing.LinkFiles;

/**
 * Whole commands that align a bitext in both directions, by turns: ours for each model, as the start script of a build starts it but with a
 * heap of at most 1 GiB, and fast_align (Dyer, Chahuneau and Smith 2013) with {@code -d -o -v} in both directions. Prints processor seconds, the ratio to fast_align,
 * wall time and peak memory of every turn, then the alignment error rates.
 *
 * <p>Arguments: HYDRA FOLDER BITEXT MODELS [TURNS [PEER]]. HYDRA is the start script, {@code app/target/dist/bin/hydra}; FOLDER holds BITEXT (lines {@code source ||| target}, may be gzip) and
 * {@code gold.talp}; MODELS are separated by commas; PEER is the path of a fast_align executable. Needs GNU time.
 */
public final class AlignBench {

    private final Path hydra;
    private final Path work;
    private final Path bitext;
    private final List<SentencePair> pairs;
    private final List<Alignment> gold;

    private AlignBench(Path hydra, Path folder, String name) throws HydraException, IOException {
        this.hydra = hydra;
        this.work = Files.createTempDirectory("align-bench");
        this.bitext = work.resolve("bitext.txt");
        this.pairs = Bitexts.readAll(folder.resolve(name));
        this.gold = LinkFiles.readAll(folder.resolve("gold.talp"));
        Files.write(bitext, pairs.stream().map(pair -> pair.source() + " ||| " + pair.target()).toList());
    }

    /** Runs the benchmark. */
    public static void main(String[] arguments) throws HydraException, IOException, InterruptedException {
        AlignBench bench = new AlignBench(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2]);
        int turns = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 1;
        String peer = arguments.length > 5 ? arguments[5] : "";
        for (int turn = 0; turn < turns; turn++) {
            double baseline = peer.isEmpty() ? Double.NaN : bench.peer(peer);
            for (String model : arguments[3].split(",")) {
                bench.ours(model, baseline);
            }
        }
        if (!peer.isEmpty()) {
            bench.errorRates("fast_align", bench.work.resolve("peer.forward"), bench.work.resolve("peer.reverse"));
        }
        for (String model : arguments[3].split(",")) {
            Path forward = bench.links(model, Symmetrization.FORWARD);
            bench.errorRates(model, forward, bench.links(model, Symmetrization.REVERSE));
        }
    }

    private double peer(String peer) throws IOException, InterruptedException {
        List<String> command = List.of(peer, "-i", bitext.toString(), "-d", "-o", "-v");
        CommandCost forward = CommandCost.of(command, work.resolve("peer.forward"));
        List<String> reversed = new ArrayList<>(command);
        reversed.add("-r");
        CommandCost both = forward.then(CommandCost.of(reversed, work.resolve("peer.reverse")));
        report("fast_align", both, both.processor());
        return both.processor();
    }

    private void ours(String model, double baseline) throws IOException, InterruptedException {
        report(model, align(model, Symmetrization.GROW_DIAG_FINAL_AND, work.resolve("links")), baseline);
    }

    private Path links(String model, Symmetrization symmetrization) throws IOException, InterruptedException {
        Path links = work.resolve(model + "." + symmetrization.optionName());
        align(model, symmetrization, links);
        return links;
    }

    private CommandCost align(String model, Symmetrization symmetrization, Path links) throws IOException, InterruptedException {
        List<String> command = List.of(
                "env",
                "HYDRA_JAVA_OPTIONS=-Xmx1g",
                hydra.toString(),
                "align",
                "--bitext",
                bitext.toString(),
                "--model",
                model,
                "--symmetrization",
                symmetrization.optionName(),
                "--out",
                links.toString());
        return CommandCost.of(command, work.resolve("said"));
    }

    private void report(String name, CommandCost cost, double baseline) {
        System.out.printf(
                Locale.ROOT,
                "%-14s %,d pairs: processor %.2f s, %.2f of fast_align; wall %.2f s; peak memory %.0f MiB; load %.1f%n",
                name, pairs.size(), cost.processor(), cost.processor() / baseline, cost.wall(), cost.memory(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private void errorRates(String name, Path forward, Path reverse) throws HydraException {
        List<Alignment> forwards = LinkFiles.readAll(forward);
        List<Alignment> reverses = LinkFiles.readAll(reverse);
        Symmetrization best = Stream.of(Symmetrization.values())
                .filter(symmetrization -> symmetrization != Symmetrization.THRESHOLD)
                .min(Comparator.comparingDouble(symmetrization -> errorRate(forwards, reverses, symmetrization)))
                .orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%-14s AER intersect %.2f, grow-diag-final-and %.2f, best %.2f (%s)%n",
                name,
                errorRate(forwards, reverses, Symmetrization.INTERSECT),
                errorRate(forwards, reverses, Symmetrization.GROW_DIAG_FINAL_AND),
                errorRate(forwards, reverses, best),
                best.optionName());
    }

    private double errorRate(List<Alignment> forward, List<Alignment> reverse, Symmetrization symmetrization) {
        List<Alignment> found = IntStream.range(0, gold.size())
                .mapToObj(p -> links(symmetrization.combine(grid(p, forward.get(p)), grid(p, reverse.get(p)))))
                .toList();
        return 100 * AlignmentMetrics.score(gold, found).aer();
    }

    private LinkGrid grid(int pair, Alignment alignment) {
        LinkGrid grid = new LinkGrid(units(pairs.get(pair).source()), units(pairs.get(pair).target()));
        alignment.links().forEach(link -> grid.add(link.source(), link.target()));
        return grid;
    }

    private static int units(String sentence) {
        return sentence.strip().split("\\s+").length;
    }

    private static Alignment links(LinkGrid grid) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < grid.sources(); i++) {
            for (int j = 0; j < grid.targets(); j++) {
                if (grid.has(i, j)) {
                    links.add(Link.sure(i, j));
                }
            }
        }
        return new Alignment(links);
    }
}
