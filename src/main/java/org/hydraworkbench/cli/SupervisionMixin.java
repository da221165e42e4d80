package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.align.format.SupervisionFiles;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.BitextPart;
import org.hydraworkbench.align.model.Supervision;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.tokenizer.Segmenter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What a person knows of a bitext that is aligned. */
final class SupervisionMixin {

    @Reads(Place.FILE)
    @Option(names = "--glossary", paramLabel = "FILE",
            description = "Words or phrases that translate each other, a line each, 'source TAB target'; cut into units as the bitext"
                    + " is. For the model hmm-fertility.")
    private @Nullable Path glossary;

    @Reads(Place.FILE)
    @Option(names = "--confirmed", paramLabel = "FILE",
            description = "Links drawn by a person, line N for pair N, or any other link format. A pair with links here gets exactly"
                    + " these; the model hmm-fertility learns from them.")
    private @Nullable Path confirmed;

    @Reads(Place.FILE)
    @Option(names = "--rejected", paramLabel = "FILE", description = "Links that are wrong, written likewise; they will not be made.")
    private @Nullable Path rejected;

    @CommandLine.Mixin
    private final LinkFormatMixin linkFormat = new LinkFormatMixin();

    /** Refuses a format that there is not, or of nothing; to be called before long work. */
    void check() throws UsageException {
        if (linkFormat.format() != null && confirmed == null && rejected == null) {
            throw new UsageException("--link-format is the format of --confirmed and --rejected, which are both missing.");
        }
    }

    /** Reads what the files say of a part of the bitext, checked against it. */
    Supervision read(BitextPart part, Segmenter source, Segmenter target, AlignmentMethod method)
            throws HydraException {
        return new Supervision(
                glossary == null ? List.of() : SupervisionFiles.glossary(glossary, source, target, method),
                SupervisionFiles.verdicts(confirmed, rejected, linkFormat.format(), part));
    }
}
