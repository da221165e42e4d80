package org.hydraworkbench.eval;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.hydra.HydraManifest;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * What a head that was made on one body is worth on another, by the bits per byte of a text of its language.
 *
 * @param own on the body that it was made for
 * @param here on the body that it is to be mounted on
 */
public record HeadWorth(double own, double here) {

    /** The most that may be lost: a tenth. A body that was tuned in full for another language costs twice as much (NOTES.md of {@code hydra}). */
    public static final double MOST_LOST = 0.1;

    /** Whether the head loses more than {@link #MOST_LOST}. */
    public boolean losesTooMuch() {
        return here > own * (1 + MOST_LOST);
    }

    /**
     * Bits per byte of a text by a model, or by a language's head of a Hydra.
     *
     * @param folder a Hugging Face folder or a Hydra
     * @param language the head of a Hydra
     * @param text a document a line
     * @throws org.hydraworkbench.base.UsageException when a Hydra cannot write that language
     */
    public static double bitsPerByte(TensorRuntime runtime, Path folder, LanguageTag language, List<String> text, Progress progress)
            throws HydraException {
        if (text.stream().allMatch(String::isEmpty)) {
            throw new InputException("The text to measure the head of " + language + " by is empty.");
        }
        if (HydraManifest.isHydra(folder)) {
            try (HydraModel hydra = HydraModel.open(runtime, folder, progress)) {
                hydra.manifest().requireWrites(folder, language);
                Tokenizer tokenizer = hydra.tokenizer(language);
                return new LanguageModelEvaluator(hydra.body(), hydra.table(language), tokenizer, tokenizer)
                        .score(text, progress)
                        .bitsPerByte();
            }
        }
        try (Tokenizer tokenizer = PretrainedFolder.open(folder).tokenizer();
                Decoder model = Decoder.load(runtime, folder, progress)) {
            return new LanguageModelEvaluator(model, model.table(), tokenizer, tokenizer).score(text, progress).bitsPerByte();
        }
    }
}
