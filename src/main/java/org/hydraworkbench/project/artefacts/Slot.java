package org.hydraworkbench.project.artefacts;

import java.util.List;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;

/**
 * A place of a project that one artefact at a time fills: a kind of artefact for certain languages.
 *
 * @param languages which, in their order; none where there is one for the whole project
 */
public record Slot(ArtefactKind kind, List<LanguageTag> languages) {

    public static final Slot BASE_MODEL = new Slot(ArtefactKind.BASE_MODEL, List.of());
    public static final Slot HYDRA = new Slot(ArtefactKind.HYDRA, List.of());
    public static final Slot TUNED_HYDRA = new Slot(ArtefactKind.TUNED_HYDRA, List.of());
    public static final Slot EVALUATION = new Slot(ArtefactKind.EVALUATION, List.of());

    public Slot {
        languages = List.copyOf(languages);
    }

    public static Slot tokenizer(LanguageTag language) {
        return new Slot(ArtefactKind.TOKENIZER, List.of(language));
    }

    /** The tokenizer of one of the project's two languages. */
    public static Slot tokenizer(ProjectInfo project, Side side) {
        return tokenizer(project.language(side));
    }

    public static Slot alignment(ProjectInfo project) {
        return new Slot(ArtefactKind.ALIGNMENT, List.of(project.sourceLanguage(), project.targetLanguage()));
    }

    public static Slot mapping(ProjectInfo project) {
        return new Slot(ArtefactKind.MAPPING, List.of(project.sourceLanguage(), project.targetLanguage()));
    }

    /** The model with tables for the project's new language. */
    public static Slot transfer(ProjectInfo project) {
        return new Slot(ArtefactKind.TRANSFER, List.of(project.targetLanguage()));
    }

    /** The model tuned on text in the project's new language. */
    public static Slot checkpoint(ProjectInfo project) {
        return new Slot(ArtefactKind.CHECKPOINT, List.of(project.targetLanguage()));
    }

    /** What translations from the project's source language are chosen by. */
    public static Slot decoding(ProjectInfo project) {
        return new Slot(ArtefactKind.DECODING, List.of(project.sourceLanguage(), project.targetLanguage()));
    }

    /** What a person calls what fills it, for example {@code a tokenizer for Kabyle}. */
    public String described() {
        return kind.described(languages);
    }
}
