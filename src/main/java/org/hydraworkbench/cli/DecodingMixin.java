package org.hydraworkbench.cli;

import java.nio.file.Path;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What translations are chosen by. */
final class DecodingMixin {

    /** The most partial translations that the search by phrases is asked to keep. */
    static final int MOST_BEAM = 1000;

    @Reads(Place.FILE)
    @Option(names = "--decoding", paramLabel = "FILE",
            description = "What translations are chosen by, as 'tune-decoding' learnt it; with --project what the project learnt if left out.")
    private @Nullable Path decoding;

    boolean isGiven() {
        return decoding != null;
    }

    /** What was given; null when nothing was. */
    @Nullable Decoding given() throws HydraException {
        return decoding == null ? null : Decoding.read(decoding);
    }

    /** What was given, else what the project learnt whose sentences teach, else what the program brings. */
    Decoding of(HydraChoice.Opened opened, MemoryMixin memory) throws HydraException {
        Project project = memory.given() || isGiven() ? null : opened.project();
        Side side = opened.side().orElse(null);
        return project == null || side == null ? read() : project.decoding().now(side);
    }

    /** What was given, else what the program brings. */
    Decoding read() throws HydraException {
        Decoding given = given();
        return given == null ? Decoding.usual() : given;
    }
}
