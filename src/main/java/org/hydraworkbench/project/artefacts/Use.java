package org.hydraworkbench.project.artefacts;

/** Whether a result is used from now on. Choosing is a person's act: without being asked to, a job never replaces what is in use. */
public enum Use {
    /** Only where nothing fills its slot. */
    IF_NONE,
    /** In any case: the person asked for it. */
    ALWAYS
}
