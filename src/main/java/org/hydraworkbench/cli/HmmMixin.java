package org.hydraworkbench.cli;

import java.util.Set;
import org.hydraworkbench.align.HmmOptions;
import org.hydraworkbench.base.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the model hmm-fertility is trained. */
final class HmmMixin {

    /** The names of its options. */
    static final Set<String> NAMES = Set.of("--chains", "--no-stems", "--no-cognates");

    @Option(names = "--chains", paramLabel = "N", description = "hmm-fertility: independent samplers whose counts are averaged (3).")
    private @Nullable Integer chains;

    @Option(names = "--no-stems", description = "hmm-fertility: words do not back off to their stems.")
    private boolean noStems;

    @Option(names = "--no-cognates", description = "hmm-fertility: words that are spelled alike are not thought to be likelier translations.")
    private boolean noCognates;

    HmmOptions options() throws UsageException {
        HmmOptions defaults = HmmOptions.defaults();
        if (chains != null && chains < 1) {
            throw new UsageException("--chains is at least 1.");
        }
        return defaults.withChains(chains == null ? defaults.chains() : chains).withStems(!noStems).withCognates(!noCognates);
    }
}
