package org.hydraworkbench.train;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a run begins with. */
public sealed interface TrainStart {

    /** The same with the model in a folder in place of its own. */
    default TrainStart in(Path folder) {
        return switch (this) {
            case Model _, Fresh _ -> new Model(folder);
            case Hydra hydra -> new Hydra(folder, hydra.template, hydra.from, hydra.directions);
        };
    }

    /** A pretrained model in a Hugging Face folder. */
    record Model(Path folder) implements TrainStart {}

    /** Random weights: the shape from a {@code config.json}, the vocabulary from a tokenizer's folder. */
    record Fresh(Path config, Path tokenizer) implements TrainStart {}

    /**
     * A Hydra, whose body and the tables of the body's language are trained.
     *
     * @param template name of the prompt template; null takes the Hydra's usual one
     * @param from language tag of the other language; null takes the first other than the body's
     * @param directions what it learns to translate
     */
    record Hydra(Path folder, @Nullable String template, @Nullable String from, Directions directions) implements TrainStart {}
}
