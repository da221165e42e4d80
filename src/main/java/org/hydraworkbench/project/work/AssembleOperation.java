package org.hydraworkbench.project.work;

import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.hydra.HydraAssembler;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.settings.Codec;
import org.hydraworkbench.project.settings.NoSettings;

/** Puts the base model and the model with new tables together as a Hydra. */
public final class AssembleOperation implements Operation<NoSettings> {

    private static final String BASE_MODEL = "base-model";
    private static final String TABLES = "tables";

    @Override
    public String id() {
        return "assemble";
    }

    @Override
    public String name() {
        return "Hydra";
    }

    @Override
    public Codec<NoSettings> settings() {
        return NoSettings.CODEC;
    }

    @Override
    public NoSettings defaults(Materials materials) {
        return new NoSettings();
    }

    @Override
    public List<Input> inputs(NoSettings settings, ProjectInfo project) {
        return List.of(
                Input.Made.of(BASE_MODEL, Slot.BASE_MODEL),
                Input.Made.of(TABLES, Slot.checkpoint(project), Slot.transfer(project)),
                new Input.Languages());
    }

    @Override
    public Slot product(NoSettings settings, ProjectInfo project) {
        return Slot.HYDRA;
    }

    @Override
    public String title(NoSettings settings) {
        return "Put the Hydra together";
    }

    @Override
    public void run(NoSettings settings, Inputs in, ArtefactBuilder out, Run run) throws HydraException {
        ProjectInfo project = in.project();
        HydraAssembler.assemble(
                in.artefact(BASE_MODEL).folder(),
                project.sourceLanguage(),
                in.artefact(TABLES).folder(),
                project.targetLanguage(),
                out.folder(),
                run.progress());
        out.name("Hydra %s–%s, untuned".formatted(project.sourceLanguage(), project.targetLanguage()))
                .summary(Map.of("languages", List.of(
                        project.sourceLanguage().toString(), project.targetLanguage().toString())));
    }
}
