package org.hydraworkbench.base;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version that the build wrote into the program; provenance records it. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** For example {@code 0.1.0}. */
    public static String get() {
        Properties properties = new Properties();
        try (InputStream in = ProgramVersion.class.getResourceAsStream("version.properties")) {
            if (in == null) {
                throw new IllegalStateException("version.properties is missing from the program");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("version.properties cannot be read", e);
        }
        return properties.getProperty("version", "unknown");
    }
}
