package org.hydraworkbench.app.tokenizer;

import java.util.List;
import java.util.Optional;
import org.hydraworkbench.app.parts.ProjectReading;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.text.Side;

/**
 * The tokenizers of a project.
 *
 * @param project what the project is; none while none is open
 * @param source the current one for the language that the model knows
 * @param target the current one for the language it is to learn
 * @param all every tokenizer, newest first
 */
public record Tokenizers(
        Optional<ProjectInfo> project, Optional<Artefact> source, Optional<Artefact> target, List<Artefact> all) {

    static final Tokenizers NONE = new Tokenizers(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Tokenizers {
        all = List.copyOf(all);
    }

    /** For {@link ProjectReading}. */
    static Tokenizers read(Project project) throws HydraException {
        return new Tokenizers(
                Optional.of(project.info()),
                project.artefacts().current(Slot.tokenizer(project.info(), Side.SOURCE)),
                project.artefacts().current(Slot.tokenizer(project.info(), Side.TARGET)),
                project.artefacts().list(ArtefactKind.TOKENIZER));
    }

    /** The tokenizers that a side can use, newest first. */
    List<Artefact> all(Side side) {
        return project.map(info -> all.stream().filter(one -> one.slot().equals(Slot.tokenizer(info, side))).toList())
                .orElse(List.of());
    }

    public Optional<Artefact> current(Side side) {
        return side == Side.SOURCE ? source : target;
    }

    /** The language tag of a side; empty while no project is open. */
    public String language(Side side) {
        return project.map(info -> info.language(side).toString()).orElse("");
    }
}
