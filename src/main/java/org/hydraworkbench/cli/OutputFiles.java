package org.hydraworkbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * The files that a command will write, checked before long work: none is a folder, lies where there can be none, or is another one or a file
 * that is read.
 */
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
            requireFolder(option, file);
            apartFrom(option, file);
            files.put(option, file);
        }
        return this;
    }

    /** Makes sure that the folder of {@code file} is there or can be made. */
    private static void requireFolder(String option, Path file) throws UsageException {
        for (Path folder = file.toAbsolutePath().getParent(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder)) {
                return;
            }
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new UsageException(option + " " + file + ": there can be no such file, since " + folder + " is not a folder.");
            }
        }
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
        try {
            return real(a).equals(real(b)) || (Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b));
        } catch (IOException e) {
            throw ResourceException.in(a, "cannot be looked at", e);
        }
    }

    /** A path without links, as far as it exists. */
    private static Path real(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path known = absolute;
        while (!Files.exists(known) && known.getParent() != null) {
            known = known.getParent();
        }
        Path real = known.toRealPath();
        int there = known.getNameCount();
        int all = absolute.getNameCount();
        return there == all ? real : real.resolve(absolute.subpath(there, all)).normalize();
    }
}
