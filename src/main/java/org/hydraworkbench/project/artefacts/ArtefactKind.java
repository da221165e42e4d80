package org.hydraworkbench.project.artefacts;

/** What jobs make. */
public enum ArtefactKind {
    /** A folder with a {@code tokenizer.json}; role {@code source} or {@code target}. */
    TOKENIZER,
    /** The pretrained model that learns a new language, as a Hugging Face folder. */
    BASE_MODEL,
    /** The links of all training pairs and the model that found them. */
    ALIGNMENT,
    /** Which source tokens make up each target token. */
    MAPPING,
    /** The base model with new tables, before tuning. */
    TRANSFER,
    /** A tuned model, as training left it. */
    CHECKPOINT,
    /** A body with a head for each language. */
    HYDRA,
    /** Figures of a model. */
    EVALUATION
}
