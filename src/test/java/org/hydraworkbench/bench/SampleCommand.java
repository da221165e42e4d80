package org.hydraworkbench.bench;

import java.util.List;

/**
 * A command of {@code hydra} with so little to do that it can be run hundreds of times.
 *
 * @param name its words without options
 * @param makes what is there afterwards
 * @param arguments all its words; {@code %} stands for the folder in which it makes something, other files are its inputs
 */
public record SampleCommand(String name, Makes makes, List<String> arguments) {

    /** What a command leaves in its folder. */
    public enum Makes {
        /** Nothing: it prints. */
        NOTHING,
        /** A file, written over one that is there. */
        FILE,
        /** A folder, or a project, that is not made where there is one. */
        FOLDER,
        /** The folder of a training, which is gone on with where one was begun. */
        RUN,
        /** A change in a project, {@code %/p.hydra}, that is there before. */
        CHANGE
    }

    static SampleCommand of(String name, Makes makes, String options) {
        return new SampleCommand(name, makes, List.of((name + " " + options).strip().split(" ")));
    }

    /** What it makes, by its own name. */
    String product() {
        return makes == Makes.CHANGE ? "p.hydra" : "made";
    }
}
