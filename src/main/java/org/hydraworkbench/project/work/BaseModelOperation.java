package org.hydraworkbench.project.work;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.settings.Codec;
import org.hydraworkbench.project.settings.FolderSettings;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.TokenizerTrial;
import org.hydraworkbench.weights.ModelWeights;

/**
 * Takes in the pretrained model, and its tokenizer as that of the language it knows. A large model stays where it is; of a small one only what a
 * model needs is copied, and never a pickle or code.
 */
public final class BaseModelOperation implements Operation<FolderSettings> {

    static final String ID = "base-model";

    /** A model of more bytes than this is not copied; the project then refers to it. */
    private static final long LARGEST_COPY = 512L << 20;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Base model";
    }

    @Override
    public Codec<FolderSettings> settings() {
        return FolderSettings.CODEC;
    }

    @Override
    public FolderSettings defaults(Materials materials) {
        return new FolderSettings(Path.of(""));
    }

    @Override
    public List<Input> inputs(FolderSettings settings, ProjectInfo project) {
        return List.of();
    }

    @Override
    public Slot product(FolderSettings settings, ProjectInfo project) {
        return Slot.BASE_MODEL;
    }

    @Override
    public String title(FolderSettings settings) {
        return "Take in the model " + settings.folder();
    }

    @Override
    public Optional<FolderSettings> again(FolderSettings settings) {
        return Optional.empty();
    }

    @Override
    public void run(FolderSettings settings, Inputs in, ArtefactBuilder out, Run run) throws HydraException {
        if (settings.folder().toString().isEmpty()) {
            throw new InputException("Which model? Give the folder of a base model, as Hugging Face publishes them.");
        }
        Path folder = settings.folder().toAbsolutePath().normalize();
        String name = String.valueOf(folder.getFileName());
        PretrainedFolder model = PretrainedFolder.open(folder);
        DecoderConfig config = model.config();
        out.name(name).summary(Map.of(
                "hiddenSize", config.hiddenSize(),
                "layers", config.layers(),
                "vocabularySize", config.vocabularySize(),
                "contextLength", config.contextLength()));
        ArtefactBuilder beside = run.materials().artefacts()
                .begin(Slot.tokenizer(in.project(), Side.SOURCE), ImportTokenizerOperation.ID);
        out.together(beside);
        TokenizerTrial.of(folder);
        try (Tokenizer tokenizer = model.tokenizer()) {
            ImportTokenizerOperation.fill(tokenizer, name, beside);
        }
        if (weightBytes(model) <= LARGEST_COPY) {
            run.progress().message("Copying the model");
            model.copyTo(out.folder(), run.progress());
        } else {
            out.outside(folder);
        }
    }

    /** Refuses a model without weights that can be read. */
    private static long weightBytes(PretrainedFolder model) throws HydraException {
        try (ModelWeights weights = model.weights()) {
            long bytes = 0;
            for (String name : weights.names()) {
                bytes += weights.info(name).byteSize();
            }
            return bytes;
        }
    }
}
