package org.hydraworkbench.project.corpora;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.corpus.SentencePair;

/** The SHA-256 of pairs in their order: of the lines {@code source TAB target}. */
final class TextHash {

    private final MessageDigest digest = Hashes.sha256();

    void add(SentencePair pair) {
        digest.update(pair.source().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\t');
        digest.update(pair.target().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    /** The hash of what was added, once. */
    String hex() {
        return Hashes.hex(digest.digest());
    }
}
