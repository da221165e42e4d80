package org.hydraworkbench.project.artefacts;

import java.util.List;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.text.LanguageTag;

/** What jobs make. */
public enum ArtefactKind {
    /** A folder with a {@code tokenizer.json}, for one language. */
    TOKENIZER,
    /** The pretrained model that learns a new language, as a Hugging Face folder. */
    BASE_MODEL,
    /** The links of all training pairs of two languages and the model that found them. */
    ALIGNMENT,
    /** Which tokens of the first language make up each token of the second. */
    MAPPING,
    /** The base model with tables for a new language, before tuning. */
    TRANSFER,
    /** A model with new tables, tuned on text in its language. */
    CHECKPOINT,
    /** A body with a head for each language, as it was put together. */
    HYDRA,
    /** A Hydra that was tuned. */
    TUNED_HYDRA,
    /** What translations are chosen by, as it was learnt from held-out sentences. */
    DECODING,
    /** Figures of a model. */
    EVALUATION;

    /** How a kind is stored; folders are called by it too. */
    public static final Choice<ArtefactKind> CODES = Choice.of(values(), kind -> switch (kind) {
        case TOKENIZER -> "tokenizer";
        case BASE_MODEL -> "base-model";
        case ALIGNMENT -> "alignment";
        case MAPPING -> "mapping";
        case TRANSFER -> "transfer";
        case CHECKPOINT -> "checkpoint";
        case HYDRA -> "hydra";
        case TUNED_HYDRA -> "tuned-hydra";
        case DECODING -> "decoding";
        case EVALUATION -> "evaluation";
    });

    public String code() {
        return CODES.code(this);
    }

    /** What a person calls one, for example {@code a tokenizer for Kabyle}. */
    String described(List<LanguageTag> languages) {
        return switch (this) {
            case TOKENIZER -> "a tokenizer for " + languages.getFirst().englishName();
            case BASE_MODEL -> "a base model";
            case ALIGNMENT -> "an alignment";
            case MAPPING -> "a mapping";
            case TRANSFER -> "a model with new tables";
            case CHECKPOINT -> "a model tuned on text";
            case HYDRA -> "a Hydra";
            case TUNED_HYDRA -> "a tuned Hydra";
            case DECODING -> "learnt weights of decoding";
            case EVALUATION -> "an evaluation";
        };
    }
}
