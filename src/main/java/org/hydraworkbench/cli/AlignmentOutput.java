package org.hydraworkbench.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hydraworkbench.align.LinkSink;
import org.hydraworkbench.align.format.LinkFile;
import org.hydraworkbench.align.format.LinkWriter;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.ResourceException;
import org.jspecify.annotations.Nullable;

/**
 * The files that links go to, pair by pair.
 *
 * @param links where the links go
 * @param format how
 * @param scores where their confidences go, if anywhere
 */
record AlignmentOutput(Path links, LinkOutputMixin format, @Nullable Path scores) {

    /** What hands out all pairs in their order. */
    @FunctionalInterface
    interface Pairs {
        void forEach(LinkSink sink) throws HydraException;
    }

    /** Writes both files; none where anything goes wrong before the last pair. */
    void write(Pairs pairs) throws HydraException {
        AtomicFiles.write(links, stream -> {
            if (scores == null) {
                write(pairs, stream, null);
            } else {
                AtomicFiles.write(scores, scoreStream -> write(pairs, stream, scoreStream));
            }
        });
    }

    private void write(Pairs pairs, OutputStream linkStream, @Nullable OutputStream scoreStream)
            throws IOException, HydraException {
        Writer linkText = new OutputStreamWriter(linkStream, StandardCharsets.UTF_8);
        Writer scoreText = new OutputStreamWriter(
                scoreStream == null ? OutputStream.nullOutputStream() : scoreStream, StandardCharsets.US_ASCII);
        LinkWriter lines = format.writer(linkText);
        int[] pair = new int[1];
        pairs.forEach((source, target, alignment) -> {
            Path file = links;
            try {
                lines.write(alignment, source, target);
                if (scores != null) {
                    file = scores;
                    LinkFile.writeScores(pair[0]++, alignment, scoreText);
                }
            } catch (IOException e) {
                throw ResourceException.in(file, "cannot be written", e);
            }
        });
        linkText.flush();
        scoreText.flush();
    }
}
