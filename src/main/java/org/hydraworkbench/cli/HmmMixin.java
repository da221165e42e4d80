package org.hydraworkbench.cli;

import java.util.Set;
import org.hydraworkbench.align.model.HmmOptions;
import picocli.CommandLine.Option;

/** How the model hmm-fertility is trained. */
final class HmmMixin {

    /** The names of its options. */
    static final Set<String> NAMES = Set.of("--chains", "--no-stems", "--no-cognates");

    @Within(least = 0, most = HmmOptions.MOST_CHAINS)
    @Option(names = "--chains", paramLabel = "N", 
            description = "hmm-fertility: independent samplers whose counts are averaged; 0 (the default) is 3 for small bitexts, 2 from 5,000 pairs, 1 from 50,000.")
    private int chains = HmmOptions.defaults().chains();

    @Option(names = "--no-stems", description = "hmm-fertility: words do not back off to their stems.")
    private boolean noStems;

    @Option(names = "--no-cognates", description = "hmm-fertility: words that are spelled alike are not thought to be likelier translations.")
    private boolean noCognates;

    HmmOptions options() {
        return HmmOptions.defaults().withChains(chains).withStems(!noStems).withCognates(!noCognates);
    }
}
