package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.align.format.LinkFile;
import org.hydraworkbench.align.format.LinkFormat;
import org.hydraworkbench.align.format.LinkReader;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.UsageException;
import org.jspecify.annotations.Nullable;

/** Links drawn by people, who may count from one where the format counts from zero: that is read where it is said, and told where it seems so. */
final class GoldLinks implements AutoCloseable {

    /** The option that says it. */
    static final String OPTION = "--gold-from-one";

    /** So many links without a unit 0 are no accident. */
    private static final int ENOUGH = 10;

    private final LinkFile file;
    private final boolean fromOne;
    private final Count own = new Count();
    private final Count others = new Count();

    private static final class Count {
        private int links;
        private boolean hasZero;

        void add(Alignment pair) {
            for (Link link : pair.links()) {
                links++;
                hasZero |= link.source() == 0 || link.target() == 0;
            }
        }
    }

    private GoldLinks(LinkFile file, boolean fromOne) {
        this.file = file;
        this.fromOne = fromOne;
    }

    static GoldLinks open(Path gold, @Nullable LinkFormat format, boolean fromOne) throws HydraException {
        LinkFile file = fromOne ? LinkFile.openCountedFromOne(gold, format) : LinkFile.open(gold, format, null);
        if (fromOne && file.format().numbersPairs()) {
            file.close();
            throw new UsageException(OPTION + ": the format " + file.format().optionName() + " always counts from one; leave the option out.");
        }
        return new GoldLinks(file, fromOne);
    }

    /** The links of the next pair, or null after the last, as {@link LinkFile#poll} gives them. */
    @Nullable Alignment poll(int sources, int targets) throws HydraException {
        Alignment pair;
        try {
            pair = file.poll(sources, targets);
        } catch (InputException e) {
            boolean beyond = e.getMessage().contains("points beyond");
            throw beyond && isFromZero() && !own.hasZero
                    ? new InputException(e.getMessage() + ". If the gold links are counted from one, say so with " + OPTION + ".", e)
                    : e;
        }
        if (pair != null) {
            own.add(pair);
        }
        return pair;
    }

    /** The links of the next pair, whose lengths are not known. */
    @Nullable Alignment poll() throws HydraException {
        return poll(LinkReader.UNKNOWN, LinkReader.UNKNOWN);
    }

    void requireEnd() throws HydraException {
        file.requireEnd();
    }

    /** Takes notice of the links that a pair's gold links are compared with. */
    void compare(Alignment found) {
        others.add(found);
    }

    private boolean isFromZero() {
        return !fromOne && !file.format().numbersPairs();
    }

    /** What a person should know after the last pair. */
    List<String> notes() {
        return isFromZero() && !own.hasZero && own.links >= ENOUGH && others.hasZero
                ? List.of("No gold link has a unit 0, as if they were counted from one; " + OPTION + " reads them so.")
                : List.of();
    }

    @Override
    public void close() throws HydraException {
        file.close();
    }
}
