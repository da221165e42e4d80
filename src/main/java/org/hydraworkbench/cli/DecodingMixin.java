package org.hydraworkbench.cli;

import java.nio.file.Path;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.decode.Decoding;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What translations are chosen by. */
final class DecodingMixin {

    /** The most partial translations that the search by phrases is asked to keep. */
    static final int MOST_BEAM = 1000;

    @Reads(Place.FILE)
    @Option(names = "--decoding", paramLabel = "FILE", description = "What translations are chosen by, as 'tune-decoding' learnt it.")
    private @Nullable Path decoding;

    boolean given() {
        return decoding != null;
    }

    Decoding read() throws HydraException {
        return decoding == null ? Decoding.usual() : Decoding.read(decoding);
    }
}
