package org.hydraworkbench.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Measuring data that lies outside the repository, in the folder named by the system property {@code hydra.shared}. */
public final class SharedData {

    private SharedData() {}

    /** The file or folder {@code data/RELATIVE}; the calling test is skipped, with a message, where it is absent. */
    public static Path require(String relative) {
        String root = System.getProperty("hydra.shared");
        Assumptions.assumeTrue(root != null, "the system property hydra.shared is not set");
        Path path = Path.of(root).resolve("data").resolve(relative);
        Assumptions.assumeTrue(Files.exists(path), () -> "measuring data is absent: " + path);
        return path;
    }
}
