package org.hydraworkbench.decode.choice;

import java.util.List;
import java.util.Set;
import org.hydraworkbench.decode.phrase.Phrases;

/**
 * A translation that can be chosen.
 *
 * @param text as it is to be read
 * @param origins all that came to it
 * @param phraseScore what the search by phrases gave it, NaN where that did not find it
 * @param ratio how alike the source sentence is whose translation it is made from, 0 to 1; 0 where there is none
 * @param pair the number of that pair, or −1
 * @param parts which words became which, where the search by phrases found it; else empty
 */
public record Candidate(String text, Set<Origin> origins, double phraseScore, double ratio, int pair, List<Phrases.Part> parts) {

    public Candidate {
        origins = Set.copyOf(origins);
        parts = List.copyOf(parts);
    }
}
