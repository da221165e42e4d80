package org.hydraworkbench.cli;

import java.io.Writer;
import org.hydraworkbench.align.format.LinkFormat;
import org.hydraworkbench.align.format.LinkWriter;
import org.hydraworkbench.base.UsageException;
import picocli.CommandLine.Option;

/** How a command writes links. */
final class LinkOutputMixin {

    @Option(names = "--out-format", paramLabel = "NAME", defaultValue = "pharaoh",
            description = "Format of the links that are written: pharaoh (i-j, i?j), pharaoh-sp (i-jS, i-jP), talp (i-j, ipj), naacl"
                    + " (sentence i j S) or giza (A3, with the words) (${DEFAULT-VALUE}).")
    private String name = "";

    @Option(names = "--confidences", description = "Writes each link with its confidence, for example i-j:0.83.")
    private boolean confidences;

    LinkFormat format() throws UsageException {
        LinkFormat format = LinkFormat.parse(name);
        if (confidences && !format.hasConfidences()) {
            throw new UsageException("--confidences: the format " + name + " has no place for them.");
        }
        return format;
    }

    /** What writes the links to {@code out}. */
    LinkWriter writer(Writer out) throws UsageException {
        return format().writer(out, confidences);
    }
}
