package org.hydraworkbench.project.work;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.TrainingPairs;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.text.Tsv;
import org.jspecify.annotations.Nullable;

/**
 * The files in a run's folder that it learns from and is measured by: pairs, or the new language's side of them as text. A run that is
 * gone on with has those that it began with.
 */
final class TrainingData {

    /** Pairs that a run is measured by on the way; more would tell little more and take longer. */
    private static final int MOST_HELD_OUT = 200;

    private static final int LEAST_HELD_OUT = 20;

    /** A short run is measured by fewer, so that twenty measurements take about a tenth of its time. */
    private static final int LEARNT_FOR_EACH = 100;

    private final Path folder;
    private final boolean pairs;

    private TrainingData(Path folder, boolean pairs) {
        this.folder = folder;
        this.pairs = pairs;
    }

    /** The files in a folder, which need not be there yet. */
    static TrainingData in(Path folder, boolean pairs) {
        return new TrainingData(folder, pairs);
    }

    /** Whether it is pairs that a Hydra learns from. */
    boolean pairs() {
        return pairs;
    }

    /** What is learnt from. */
    Path learnt() {
        return folder.resolve(pairs ? "data.tsv" : "data.txt");
    }

    /** Pairs that were made by translating; null where there are none. */
    @Nullable Path synthetic() {
        return ifThere(syntheticFile());
    }

    /** What is measured on the way; null where nothing is held out for development. */
    @Nullable Path heldOut() {
        return ifThere(heldOutFile());
    }

    /** What the model is asked to write on the way: translations of what is held out, or how its texts go on; null where there is nothing. */
    @Nullable Path samples() {
        return ifThere(pairs ? heldOutFile() : samplesFile());
    }

    private Path samplesFile() {
        return folder.resolve("samples.tsv");
    }

    private Path syntheticFile() {
        return folder.resolve("synthetic.tsv");
    }

    private Path heldOutFile() {
        return folder.resolve(pairs ? "held-out.tsv" : "held-out.txt");
    }

    private static @Nullable Path ifThere(Path file) {
        return Files.exists(file) ? file : null;
    }

    /**
     * Writes them unless they are there.
     *
     * @param settings of the run
     * @throws InputException when there is nothing to learn from
     */
    void writeOnce(Materials materials, TrainingSettings settings, Progress progress) throws HydraException {
        if (Files.exists(learnt())) {
            return;
        }
        progress.message("Writing the training data");
        long sequences = (long) settings.options().steps() * settings.options().batch();
        int most = Math.clamp(sequences / LEARNT_FOR_EACH, LEAST_HELD_OUT, MOST_HELD_OUT);
        List<SentencePair> held = materials.corpora().first(CorpusRole.DEVELOPMENT, most).stream()
                .filter(pair -> !pair.source().isBlank() && !pair.target().isBlank())
                .toList();
        if (!held.isEmpty()) {
            AtomicFiles.write(heldOutFile(), out -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                for (SentencePair pair : held) {
                    write(pair, writer);
                }
                writer.flush();
            });
            if (!pairs) {
                AtomicFiles.writeString(samplesFile(), held.stream().map(pair -> beginning(pair.target())).collect(Collectors.joining("\n")));
            }
        }
        if (pairs && !materials.corpora().first(CorpusRole.SYNTHETIC, 1).isEmpty()) {
            write(syntheticFile(), new TrainingPairs(materials.database(), CorpusRole.SYNTHETIC), progress);
        }
        write(learnt(), new TrainingPairs(materials.database()), progress); // the last: where it is, all are
    }

    /** A text in two halves, with a tab between. */
    private static String beginning(String text) {
        String[] words = text.strip().split("\\s+");
        int half = Math.ceilDiv(words.length, 2);
        return String.join(" ", Arrays.asList(words).subList(0, half)) + "\t" + String.join(" ", Arrays.asList(words).subList(half, words.length));
    }

    private void write(Path file, TrainingPairs all, Progress progress) throws HydraException {
        AtomicFiles.write(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            int count = 0;
            for (TrainingPairs.Pair pair = all.nextPair(); pair != null; pair = all.nextPair()) {
                if (count++ % 4096 == 0) {
                    progress.checkCancelled();
                }
                write(pair.texts(), writer);
            }
            if (count == 0) {
                throw new InputException("There is nothing to train on: all pairs for training are excluded.");
            }
            writer.flush();
        });
    }

    private void write(SentencePair pair, Writer writer) throws IOException {
        writer.write(pairs ? Tsv.row(pair.source(), pair.target()) : Tsv.row(pair.target()));
    }
}
