package org.hydraworkbench.app.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Data for building and testing that is not part of the program; tests that need it are skipped where it is absent. */
public final class SharedFiles {

    private SharedFiles() {}

    /** The file or folder {@code data/RELATIVE} in the folder named by the property {@code hydra.shared}. */
    public static Path require(String relative) {
        String root = System.getProperty("hydra.shared");
        assumeTrue(root != null, "the system property hydra.shared is not set");
        Path path = Path.of(root).resolve("data").resolve(relative);
        assumeTrue(Files.exists(path), () -> "data for testing is absent: " + path);
        return path;
    }
}
