package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.PromptTemplate;
import org.hydraworkbench.hydra.PromptTemplates;
import org.hydraworkbench.hydra.TemplateEncoder;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.TokenTable;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.Tokenizer;

/** A Hydra in training to translate into the language of its body; the source language's tables stay as they are. */
final class HydraTrainee implements Trainee {

    private final HydraModel hydra;
    private final LanguageTag from;
    private final LanguageTag to;
    private final PromptTemplate template;

    private HydraTrainee(HydraModel hydra, LanguageTag from, LanguageTag to, PromptTemplate template) {
        this.hydra = hydra;
        this.from = from;
        this.to = to;
        this.template = template;
    }

    /** Opens {@code folder}, which is the start's own or a checkpoint of it. */
    static HydraTrainee load(TensorRuntime runtime, TrainStart.Hydra start, Path folder, Progress progress)
            throws HydraException {
        HydraModel hydra = HydraModel.open(runtime, folder, progress);
        try {
            LanguageTag to = hydra.manifest().bodyLanguage();
            LanguageTag from = start.from() == null
                    ? hydra.languages().stream()
                            .filter(language -> !language.equals(to))
                            .findFirst()
                            .orElseThrow(() -> InputException.in(
                                    folder, "has only the head " + to + "; translating needs another language's head too"))
                    : LanguageTag.parse(start.from());
            // Fails now rather than after the data was read.
            hydra.tokenizer(from);
            return new HydraTrainee(hydra, from, to, template(hydra, start));
        } catch (HydraException | RuntimeException e) {
            hydra.close();
            throw e;
        }
    }

    private static PromptTemplate template(HydraModel hydra, TrainStart.Hydra start) throws HydraException {
        String name = start.template();
        if (name == null) {
            return hydra.manifest().templates().getFirst();
        }
        PromptTemplate own = hydra.manifest().template(name).orElse(null);
        return own == null ? PromptTemplates.find(name) : own;
    }

    /** The language that is translated from. */
    LanguageTag from() {
        return from;
    }

    /** The language that is translated into, that of the body. */
    LanguageTag to() {
        return to;
    }

    /** Turns sentence pairs into the sequences that are trained on. */
    TemplateEncoder encoder() throws HydraException {
        return hydra.encoder(template, from, to);
    }

    @Override
    public Decoder body() {
        return hydra.body();
    }

    @Override
    public Tokenizer tokenizer() throws HydraException {
        return hydra.tokenizer(to);
    }

    @Override
    public List<TokenTable> frozen() throws HydraException {
        return List.of(hydra.table(from));
    }

    @Override
    public void save(Path folder, Progress progress) throws HydraException {
        hydra.save(folder, template, progress);
    }

    @Override
    public void close() {
        hydra.close();
    }
}
