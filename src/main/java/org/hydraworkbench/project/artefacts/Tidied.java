package org.hydraworkbench.project.artefacts;

import java.util.List;

/**
 * What was put in order in the folder of a project when it was opened.
 *
 * @param unfinished how many folders of artefacts in the making were removed
 * @param setAside names of folders that the project's file does not list, which are kept in the folder {@code set-aside}
 * @param takenBack names of folders that had been set aside and that this file lists
 */
public record Tidied(int unfinished, List<String> setAside, List<String> takenBack) {

    /** The folder inside the project's where others are set aside. */
    public static final String FOLDER = "set-aside";

    public Tidied {
        setAside = List.copyOf(setAside);
        takenBack = List.copyOf(takenBack);
    }
}
