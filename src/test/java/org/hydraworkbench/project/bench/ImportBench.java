package org.hydraworkbench.project.bench;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;

/**
 * Time to read, import, index, search and page a corpus of made-up sentences. The first argument is the number of pairs (100,000).
 * Baseline for reading: one million lines a second; for a page: 16 ms, one frame.
 */
public final class ImportBench {

    private ImportBench() {}

    public static void main(String[] arguments) throws Exception {
        int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path folder = Files.createTempDirectory("import-bench");
        Path file = folder.resolve("corpus.tsv");
        write(file, pairs);
        long start = System.nanoTime();
        try (BitextReader reader = Bitexts.open(file)) {
            while (reader.next() != null) {
                // only reading
            }
        }
        System.out.printf("read %.2f million lines/s (ratio to baseline)%n", pairs / 1e6 / seconds(start));
        try (Project project = Project.create(folder.resolve("bench"), "Bench", "en", "kab")) {
            start = System.nanoTime();
            CorpusInfo corpus = project.corpora().importFrom(ImportRequest.of(file), Progress.none()).getFirst();
            System.out.printf("import %,d pairs %.2f s%n", pairs, seconds(start));
            start = System.nanoTime();
            project.corpora().index(corpus.id(), Progress.none());
            System.out.printf("search index %.2f s%n", seconds(start));
            page(project, "page of all", PairFilter.all(), pairs);
            page(project, "page of a text filter", PairFilter.all().withText("w12"), 0);
            page(project, "page of pairs not excluded", PairFilter.all().withExcluded(false), pairs);
        }
    }

    private static void page(Project project, String what, PairFilter filter, int pairs) throws Exception {
        Random random = new Random(1);
        long start = System.nanoTime();
        long count = project.corpora().count(filter);
        double first = seconds(start);
        double most = 0;
        double sum = 0;
        int rounds = 200;
        for (int k = 0; k < rounds; k++) {
            start = System.nanoTime();
            project.corpora().page(filter, PairOrder.CORPUS, pairs == 0 ? 0 : random.nextInt(pairs), 60);
            most = Math.max(most, seconds(start));
            sum += seconds(start);
        }
        System.out.printf(
                "%s: counted %,d in %.1f ms; a page mean %.2f ms, most %.1f ms, %.2f of a frame%n",
                what, count, first * 1e3, sum / rounds * 1e3, most * 1e3, sum / rounds * 1e3 / 16);
    }

    private static void write(Path file, int pairs) throws Exception {
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int k = 0; k < pairs; k++) {
                for (int side = 0; side < 2; side++) {
                    int words = 3 + random.nextInt(20);
                    for (int w = 0; w < words; w++) {
                        out.write((w == 0 ? "w" : " w") + random.nextInt(20_000));
                    }
                    out.write(side == 0 ? '\t' : '\n');
                }
            }
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
