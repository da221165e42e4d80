package org.hydraworkbench.server;

import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.text.LanguagePair;

/** Whom a translator learns from. */
public interface Teacher {

    /** What is translated, the usual direction first; at least one. */
    List<LanguagePair> directions();

    /** Whether there is anything to know; else a Hydra translates alone. */
    boolean teaches();

    /** What there is to know for a direction; asked for once, when it is first needed. */
    Lesson learn(LanguagePair direction, Progress progress) throws HydraException;
}
