package org.hydraworkbench.project.links;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.hydraworkbench.align.ModelFile;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.base.BinaryInput;
import org.hydraworkbench.base.BinaryOutput;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.corpora.PairScores;
import org.hydraworkbench.tokenizer.Segmenter;
import org.jspecify.annotations.Nullable;

/**
 * An alignment artefact that is open: the links of its pairs in memory, its model read when the first heatmap asks. Safe for
 * use by several threads.
 */
public final class AlignmentFiles implements PairScores {

    private static final String PAIRS = "pairs.bin";
    private static final String LINKS = "links.bin";
    private static final String MODEL = "model.bin";
    private static final String MAGIC = "HYDPAIRS";
    private static final int VERSION = 1;

    private final Artefact artefact;
    private final long[] ids; // ascending
    private final Links links;
    private final Segmenter source;
    private final Segmenter target;
    private @Nullable AlignmentModel model;

    private AlignmentFiles(Artefact artefact, long[] ids, Links links, Segmenter source, Segmenter target) {
        this.artefact = artefact;
        this.ids = ids;
        this.links = links;
        this.source = source;
        this.target = target;
    }

    /** Writes the files of an alignment; {@code ids} are the pairs' ids, ascending, in the order of the links. */
    public static void save(Path folder, long[] ids, Links links, AlignmentModel model) throws HydraException {
        BinaryOutput.write(folder.resolve(PAIRS), MAGIC, VERSION, out -> out.putLongs(ids));
        links.save(folder.resolve(LINKS));
        ModelFile.save(model, folder.resolve(MODEL));
    }

    public static AlignmentFiles open(Artefact artefact, Segmenter source, Segmenter target) throws HydraException {
        Path file = artefact.file(PAIRS);
        if (!Files.exists(file)) {
            throw InputException.in(file, "is missing; make the alignment again");
        }
        Links links = Links.load(artefact.file(LINKS));
        long[] ids = BinaryInput.read(file, MAGIC, VERSION, in -> {
            long[] read = in.getLongs();
            for (int k = 1; k < read.length; k++) {
                if (read[k - 1] >= read[k]) {
                    throw in.damaged("names pairs out of order");
                }
            }
            if (read.length != links.size()) {
                throw in.damaged("has %d pairs for %d sets of links".formatted(read.length, links.size()));
            }
            return read;
        });
        return new AlignmentFiles(artefact, ids, links, source, target);
    }

    public Artefact artefact() {
        return artefact;
    }

    public Segmenter source() {
        return source;
    }

    public Segmenter target() {
        return target;
    }

    /** The ids of the pairs it covers, ascending; callers must not change them. */
    public long[] ids() {
        return ids;
    }

    public boolean covers(long pairId) {
        return Arrays.binarySearch(ids, pairId) >= 0;
    }

    /** The links of a pair; none when it is not covered. */
    public Alignment links(long pairId) {
        int at = Arrays.binarySearch(ids, pairId);
        return at < 0 ? Alignment.empty() : links.get(at);
    }

    public synchronized AlignmentModel model() throws HydraException {
        if (model == null) {
            model = ModelFile.load(artefact.file(MODEL));
        }
        return model;
    }

    @Override
    public long version() {
        return artefact.id();
    }

    @Override
    public float score(long pairId) {
        int at = Arrays.binarySearch(ids, pairId);
        return at < 0 ? Float.NaN : links.confidence(at);
    }
}
