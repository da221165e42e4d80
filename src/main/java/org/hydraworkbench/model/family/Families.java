package org.hydraworkbench.model.family;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.weights.TensorSource;

/** The families there are. A new one joins by one line. */
public final class Families {

    private static final List<ModelFamily> ALL =
            List.of(
                    new Llama(), new Mistral(), new Qwen2(), new Qwen3(), new Gemma(), new Gemma2(), new Gemma3(), new Olmo2(), new Olmo3(), new Phi3(),
                    new SmolLm3(), new Cohere(), new Cohere2(), new Apertus(), new Gpt2(), new GptNeoX());

    private Families() {}

    public static List<ModelFamily> all() {
        return ALL;
    }

    /** The one that {@code model_type} names. */
    public static Optional<ModelFamily> find(String type) {
        return ALL.stream().filter(family -> family.type().equals(type)).findFirst();
    }

    /**
     * The one that a configuration names.
     *
     * @throws InputException when it is none of these, with the reason why such models cannot be run where that is known
     */
    public static ModelFamily of(ConfigFields config) throws InputException {
        ModelFamily family = find(config.text("model_type", "")).orElse(null);
        if (family == null) {
            throw Unsupported.of(config);
        }
        return family;
    }

    /** What the files of a model call its tensors; one of no family here has the names of Llama. */
    public static FileNames names(String type, TensorSource model) {
        return find(type).map(ModelFamily::names).orElse(FileNames.LLAMA).in(model);
    }

    /** Their names, for a sentence. */
    public static String names() {
        return ALL.stream().map(ModelFamily::type).collect(Collectors.joining(", "));
    }
}
