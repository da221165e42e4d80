package org.hydraworkbench.project.work;

import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.settings.Codec;

/**
 * One kind of work in a project: what it needs, what it makes, what can be chosen, and how it is done. Whatever else has to be known
 * of it (whether its result is out of date, what comes next) follows from this.
 *
 * @param <S> what can be chosen
 */
public interface Operation<S> {

    /** What it is called where it is stored and on the command line, for example {@code align}. */
    String id();

    /** What a person calls it, for example {@code Align}. */
    String name();

    /** How its settings are stored. */
    Codec<S> settings();

    /** Settings that suit the project. */
    S defaults(Materials materials) throws HydraException;

    /** What it needs. */
    List<Input> inputs(S settings, ProjectInfo project);

    /** What it makes. */
    Slot product(S settings, ProjectInfo project);

    /** What the job is called. */
    String title(S settings);

    /** Makes it. */
    void run(S settings, Inputs in, ArtefactBuilder out, Run run) throws HydraException;

    /** Whether the way to a translator leads through it; if not, it is shown once it was done. */
    default boolean isOnTheWay(Materials materials) throws HydraException {
        return true;
    }

    /**
     * The settings with which a result is made again by itself, without what was chosen for one run only, such as where it began; none
     * where that is not possible.
     */
    default Optional<S> again(S settings) {
        return Optional.of(settings);
    }
}
