package org.hydraworkbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.UsageException;
import org.jspecify.annotations.Nullable;

/** The files that a command will write, checked before long work: none is a folder, another one, or a file that is read. */
final class OutputFiles {

    private final Map<String, Path> files = new LinkedHashMap<>();

    private OutputFiles() {}

    static OutputFiles of(String option, @Nullable Path file) throws HydraException {
        return new OutputFiles().and(option, file);
    }

    /** One more; nothing where the option was not given. */
    OutputFiles and(String option, @Nullable Path file) throws HydraException {
        if (file != null) {
            if (Files.isDirectory(file)) {
                throw new UsageException(option + " " + file + ": is a folder; give the name of a file.");
            }
            apartFrom(option, file);
            files.put(option, file);
        }
        return this;
    }

    /** Refuses to write over {@code read}, a file that another option names. */
    OutputFiles apartFrom(String option, @Nullable Path read) throws HydraException {
        if (read == null) {
            return this;
        }
        for (Map.Entry<String, Path> file : files.entrySet()) {
            if (same(file.getValue(), read)) {
                throw new UsageException(
                        file.getKey() + " and " + option + " are both " + read + "; give two files, lest one is lost.");
            }
        }
        return this;
    }

    private static boolean same(Path a, Path b) throws ResourceException {
        if (a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize())) {
            return true;
        }
        try {
            return Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b);
        } catch (IOException e) {
            throw new ResourceException(a + ": cannot be looked at (" + e.getMessage() + ")", e);
        }
    }
}
