package org.hydraworkbench.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefacts;
import org.hydraworkbench.project.base.CorpusChange;
import org.hydraworkbench.project.base.ExclusionChange;
import org.hydraworkbench.project.base.LanguageChange;
import org.hydraworkbench.project.base.LinkChange;
import org.hydraworkbench.project.base.NoteChange;
import org.hydraworkbench.project.base.PointerChange;
import org.hydraworkbench.project.base.ReviewChange;
import org.hydraworkbench.project.base.TermChange;
import org.hydraworkbench.project.base.Undoable;

/**
 * An action that was taken back or done again.
 *
 * @param name what it is called
 * @param where the workspace that shows what it changed
 * @param sentence the source sentence of the one pair that it concerns; empty when it concerns none or several
 */
public record Moved(String name, Step where, String sentence) {

    /** Takes back the last action of a project; empty when there is none. */
    static Optional<Moved> back(Project project) throws HydraException {
        List<Undoable> changes = project.history().undoing();
        Optional<String> name = project.history().undo();
        return name.isEmpty() ? Optional.empty() : Optional.of(of(project, name.get(), changes));
    }

    /** Does again what was taken back last; empty when there is nothing. */
    static Optional<Moved> again(Project project) throws HydraException {
        List<Undoable> changes = project.history().redoing();
        Optional<String> name = project.history().redo();
        return name.isEmpty() ? Optional.empty() : Optional.of(of(project, name.get(), changes));
    }

    private static Moved of(Project project, String name, List<Undoable> changes) throws HydraException {
        Undoable first = changes.getFirst();
        Set<Long> pairs = first.pairs();
        boolean one = pairs.size() == 1 && changes.stream().allMatch(change -> change.pairs().equals(pairs));
        return new Moved(name, where(first), one ? project.corpora().pair(pairs.iterator().next()).source() : "");
    }

    private static Step where(Undoable change) {
        return switch (change) {
            case LinkChange link -> Step.ALIGNMENT;
            case ReviewChange review -> Step.ALIGNMENT;
            case NoteChange note -> Step.ALIGNMENT;
            case ExclusionChange exclusion -> Step.CORPUS;
            case CorpusChange corpus -> Step.CORPUS;
            case LanguageChange language -> Step.CORPUS;
            case TermChange term -> Step.TRANSLATE;
            case PointerChange pointer -> Artefacts.kind(pointer).map(Step::of).orElse(Step.HOME);
        };
    }
}
