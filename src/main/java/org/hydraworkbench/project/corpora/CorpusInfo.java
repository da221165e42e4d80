package org.hydraworkbench.project.corpora;

import java.time.Instant;
import org.hydraworkbench.text.LanguageTag;

/**
 * A corpus of the project.
 *
 * @param id its id in the project
 * @param name what a person calls it
 * @param sourceLanguage language of the left side
 * @param targetLanguage language of the right side
 * @param role what its pairs are for
 * @param origin the files it was read from
 * @param licence its licence and attribution, as given
 * @param imported when
 * @param pairs number of pairs, excluded ones too
 * @param hash hash of all its texts in order
 * @param searchable whether its full-text index is complete; until then searching is slower, not poorer
 */
public record CorpusInfo(
        long id,
        String name,
        LanguageTag sourceLanguage,
        LanguageTag targetLanguage,
        CorpusRole role,
        String origin,
        String licence,
        Instant imported,
        long pairs,
        String hash,
        boolean searchable) {}
