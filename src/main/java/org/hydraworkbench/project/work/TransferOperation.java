package org.hydraworkbench.project.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.mapping.TokenMapping;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.InUse;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.links.MappingFiles;
import org.hydraworkbench.project.links.OpenTokenizers;
import org.hydraworkbench.project.settings.Codec;
import org.hydraworkbench.project.settings.MappingSettings;
import org.hydraworkbench.project.settings.TransferSettings;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.transfer.Transfer;
import org.hydraworkbench.transfer.TransferMethod;

/** Gives the base model tables for the tokenizer of the new language. */
public final class TransferOperation implements Operation<TransferSettings> {

    private static final String BASE_MODEL = "base-model";
    private static final String SOURCE_TOKENIZER = "source-tokenizer";
    private static final String TARGET_TOKENIZER = "target-tokenizer";
    private static final String MAPPING = "mapping";

    @Override
    public String id() {
        return "transfer";
    }

    @Override
    public String name() {
        return "New tables";
    }

    @Override
    public Codec<TransferSettings> settings() {
        return TransferSettings.CODEC;
    }

    @Override
    public TransferSettings defaults(Materials materials) throws HydraException {
        InUse inUse = materials.artefacts().inUse();
        Artefact mapping = inUse.get(Slot.mapping(inUse.project())).orElse(null);
        boolean published = mapping != null
                && !MappingSettings.CODEC.read(mapping.settingsJson(), "“" + mapping.name() + "”").followsEdits();
        return published ? TransferSettings.reference() : TransferSettings.defaults();
    }

    @Override
    public List<Input> inputs(TransferSettings settings, ProjectInfo project) {
        List<Input> inputs = new ArrayList<>();
        inputs.add(Input.Made.of(BASE_MODEL, Slot.BASE_MODEL));
        inputs.add(Input.Made.of(TARGET_TOKENIZER, Slot.tokenizer(project, Side.TARGET)));
        if (settings.method() == TransferMethod.TRANS_TOKENIZATION) {
            inputs.add(Input.Made.of(SOURCE_TOKENIZER, Slot.tokenizer(project, Side.SOURCE)));
            inputs.add(Input.Made.of(MAPPING, Slot.mapping(project)));
        }
        return inputs;
    }

    @Override
    public Slot product(TransferSettings settings, ProjectInfo project) {
        return Slot.transfer(project);
    }

    @Override
    public String title(TransferSettings settings) {
        return "Transfer the tables: " + settings.method().id();
    }

    @Override
    public void run(TransferSettings settings, Inputs in, ArtefactBuilder out, Run run) throws HydraException {
        Artefact base = in.artefact(BASE_MODEL);
        Artefact mapping = in.find(MAPPING).orElse(null);
        if (mapping != null) {
            requireOwn(base, in.artefact(SOURCE_TOKENIZER));
        }
        Transfer.init(
                base.folder(),
                in.artefact(TARGET_TOKENIZER).folder(),
                settings.method(),
                mapping == null ? null : TokenMapping.load(mapping.file(MappingFiles.MAPPING)),
                settings.options(),
                out.folder(),
                run.progress());
        out.name(base.name() + ", " + settings.method().id())
                .seed(settings.options().seed())
                .summary(Map.of("method", settings.method().id()));
    }

    /** The mapping is from the source tokenizer's tokens, and its numbers are rows of the base model's tables. */
    private static void requireOwn(Artefact base, Artefact tokenizer) throws HydraException {
        if (!OpenTokenizers.isOwn(base, tokenizer)) {
            throw new InputException(("“%s” is not the tokenizer of “%s”, so the mapping does not fit its tables; use the one that came"
                            + " with the model, and make links and mapping again.")
                    .formatted(tokenizer.name(), base.name()));
        }
    }
}
