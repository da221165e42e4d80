package org.hydraworkbench.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.align.format.LinkFile;
import org.hydraworkbench.align.format.LinkFormat;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.base.HydraException;
import org.jspecify.annotations.Nullable;

/** Link files that fit in memory and whose bitext is not at hand. */
public final class LinkFiles {

    private LinkFiles() {}

    /** All pairs of a file in whatever format. */
    public static List<Alignment> readAll(Path links) throws HydraException {
        return readAll(links, null);
    }

    /** All pairs of a file; the format null is told by the content. */
    public static List<Alignment> readAll(Path links, @Nullable LinkFormat format) throws HydraException {
        List<Alignment> all = new ArrayList<>();
        try (LinkFile file = LinkFile.open(links, format, null)) {
            for (Alignment pair = file.next(); pair != null; pair = file.next()) {
                all.add(pair);
            }
            file.requireEnd();
        }
        return all;
    }
}
