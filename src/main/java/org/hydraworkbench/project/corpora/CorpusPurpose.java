package org.hydraworkbench.project.corpora;

/** What the pairs of a corpus are for. Only those for training are aligned and trained on. */
public enum CorpusPurpose {
    TRAINING,
    /** Looked at while settings are chosen. */
    DEVELOPMENT,
    /** Looked at in the end only. */
    TEST
}
