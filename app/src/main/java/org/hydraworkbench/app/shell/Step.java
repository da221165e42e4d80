package org.hydraworkbench.app.shell;

import java.util.Locale;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.work.Guide;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The steps of the work, in working order: one workspace each. */
public enum Step {
    HOME(MaterialDesignH.HOME_OUTLINE),
    CORPUS(MaterialDesignB.BOOKSHELF),
    TOKENIZER(MaterialDesignP.PUZZLE_OUTLINE),
    ALIGNMENT(MaterialDesignG.GRID),
    MAPPING(MaterialDesignM.MAP_MARKER_PATH),
    TRANSFER(MaterialDesignS.SOURCE_BRANCH),
    TRAINING(MaterialDesignC.CHART_LINE),
    TRANSLATE(MaterialDesignM.MESSAGE_TEXT_OUTLINE),
    EVALUATE(MaterialDesignG.GAUGE);

    private final Ikon icon;

    Step(Ikon icon) {
        this.icon = icon;
    }

    /** The lower-case name; keys of texts, resources and automated tests are made from it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The workspace in which a step of the guide is done. */
    public static Step of(String guideStep) {
        return switch (guideStep) {
            case Guide.CORPUS -> CORPUS;
            case "tokenizer", "import-tokenizer" -> TOKENIZER;
            case "align" -> ALIGNMENT;
            case "map" -> MAPPING;
            case "base-model", "transfer", "assemble" -> TRANSFER;
            case "train", "train-text" -> TRAINING;
            case "tune-decoding" -> TRANSLATE;
            case "evaluate" -> EVALUATE;
            default -> HOME;
        };
    }

    /** The workspace that shows what is made of a kind. */
    static Step of(ArtefactKind kind) {
        return switch (kind) {
            case TOKENIZER -> TOKENIZER;
            case ALIGNMENT -> ALIGNMENT;
            case MAPPING -> MAPPING;
            case BASE_MODEL, TRANSFER, HYDRA -> TRANSFER;
            case CHECKPOINT, TUNED_HYDRA -> TRAINING;
            case DECODING -> TRANSLATE;
            case EVALUATION -> EVALUATE;
        };
    }

    /** The key of the name a person reads. */
    public String titleKey() {
        return "step." + id();
    }

    public Ikon icon() {
        return icon;
    }
}
