package org.hydraworkbench.align.links;

import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.HydraException;

/**
 * The links of all pairs of a bitext, eight bytes a link, by pair number. What a model found: every link is sure and has a
 * confidence. Immutable.
 */
public final class Links {

    /** A side with more units than this is not aligned: 16 bits hold a unit's place and, where it is chosen among all of them, that it is none. */
    public static final int MOST_UNITS = PackedCell.END - 1;

    private final int[] starts;
    private final int[] cells;
    private final float[] confidences;

    Links(int[] starts, int[] cells, float[] confidences) {
        this.starts = starts;
        this.cells = cells;
        this.confidences = confidences;
    }

    /** The links of all pairs, each sure, in the order of the pairs. */
    public static Links of(Iterable<Alignment> pairs) {
        Builder builder = new Builder();
        pairs.forEach(builder::add);
        return builder.build();
    }

    /** Number of pairs. */
    public int size() {
        return starts.length - 1;
    }

    /** Number of links of all pairs. */
    public int total() {
        return cells.length;
    }

    /** Number of links of a pair. */
    public int count(int pair) {
        return starts[pair + 1] - starts[pair];
    }

    /** The links of a pair. */
    public Alignment get(int pair) {
        if (count(pair) == 0) {
            return Alignment.empty();
        }
        List<Link> links = new ArrayList<>(count(pair));
        for (int k = starts[pair]; k < starts[pair + 1]; k++) {
            links.add(new Link(PackedCell.source(cells[k]), PackedCell.target(cells[k]), LinkState.SURE, confidences[k]));
        }
        return new Alignment(links);
    }

    /** What is done with one link. */
    @FunctionalInterface
    public interface LinkAction {
        void accept(int source, int target, float confidence);
    }

    /** Goes through the links of a pair in their order. */
    public void forEach(int pair, LinkAction action) {
        for (int k = starts[pair]; k < starts[pair + 1]; k++) {
            action.accept(PackedCell.source(cells[k]), PackedCell.target(cells[k]), confidences[k]);
        }
    }

    /** The mean confidence of all links, 0 where there is none. */
    public double meanConfidence() {
        double sum = 0;
        for (float confidence : confidences) {
            sum += confidence;
        }
        return total() == 0 ? 0 : sum / total();
    }

    /** The mean confidence of a pair's links, 0 where it has none. */
    public float confidence(int pair) {
        double sum = 0;
        for (int k = starts[pair]; k < starts[pair + 1]; k++) {
            sum += confidences[k];
        }
        return count(pair) == 0 ? 0f : (float) (sum / count(pair));
    }

    /** Writes the links to one binary file. */
    public void save(Path file) throws HydraException {
        LinksFile.save(this, file);
    }

    /** Reads what {@link #save} wrote. */
    public static Links load(Path file) throws HydraException {
        return LinksFile.load(file);
    }

    int[] starts() {
        return starts;
    }

    int[] cells() {
        return cells;
    }

    float[] confidences() {
        return confidences;
    }

    /** Takes pairs one after the other. */
    public static final class Builder {

        private final IntArrayList starts = IntArrayList.of(0);
        private final IntArrayList cells = new IntArrayList();
        private final FloatArrayList confidences = new FloatArrayList();

        public void addEmpty() {
            starts.add(cells.size());
        }

        public void add(Alignment links) {
            for (Link link : links.links()) {
                cells.add(PackedCell.of(link.source(), link.target()));
                confidences.add(link.confidence());
            }
            starts.add(cells.size());
        }

        public void append(Builder other) {
            int shift = cells.size();
            for (int p = 1; p < other.starts.size(); p++) {
                starts.add(shift + other.starts.getInt(p));
            }
            cells.addAll(other.cells);
            confidences.addAll(other.confidences);
        }

        /** The pairs so far; takes over the builder's arrays instead of holding every link twice. */
        public Links build() {
            starts.trim();
            cells.trim();
            confidences.trim();
            return new Links(starts.elements(), cells.elements(), confidences.elements());
        }
    }
}
