package org.hydraworkbench.cli;

import org.hydraworkbench.align.format.LinkFormat;
import org.hydraworkbench.base.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The format of the link files that a command reads. */
final class LinkFormatMixin {

    @Option(names = "--link-format", paramLabel = "NAME",
            description = "Format of the links that are read: pharaoh, pharaoh-sp, talp, naacl or giza; told by the content if not"
                    + " given.")
    private @Nullable String name;

    /** The format that was named, or null to tell it by the content. */
    @Nullable LinkFormat format() throws UsageException {
        return name == null ? null : LinkFormat.parse(name);
    }
}
