package org.hydraworkbench.cli;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.AtomicFolder;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What a command will write, the options marked {@link Writes}, looked at before it begins: it can be there, is no other output, and is
 * neither what an option marked {@link Reads} names nor in a folder that one names.
 */
final class OutputFiles {

    /** A file or folder and the option that names it. */
    private record Named(String option, Path path) {

        @Override
        public String toString() {
            return option + " " + path;
        }
    }

    private final List<Named> reads = new ArrayList<>();
    private final List<Named> writes = new ArrayList<>();

    private OutputFiles() {}

    /** @throws UsageException when something that was there would be lost, or cannot be made */
    static void check(ParseResult command) throws HydraException {
        OutputFiles files = new OutputFiles();
        List<ArgSpec> given = new ArrayList<>(command.matchedOptions());
        given.addAll(command.matchedPositionals());
        for (ArgSpec each : given) {
            files.addRead(each);
        }
        for (ArgSpec each : given) {
            files.addWritten(each);
        }
    }

    /** The mark on an option or parameter. */
    static <A extends Annotation> @Nullable A mark(ArgSpec argument, Class<A> kind) {
        return argument.userObject() instanceof AnnotatedElement element ? element.getAnnotation(kind) : null;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private void addRead(ArgSpec argument) {
        Reads mark = mark(argument, Reads.class);
        if (mark == null) {
            return;
        }
        for (String value : argument.stringValues()) {
            Path given = Path.of(value);
            // An option that takes a name or a file.
            if (argument.type() != String.class || Files.exists(given)) {
                mark.value().of(given).forEach(path -> reads.add(new Named(name(argument), path)));
            }
        }
    }

    private void addWritten(ArgSpec argument) throws HydraException {
        Writes mark = mark(argument, Writes.class);
        if (mark == null) {
            return;
        }
        for (String value : argument.stringValues()) {
            Path given = Path.of(value);
            requireKind(new Named(name(argument), given), mark.value());
            for (Path path : mark.value().of(given)) {
                Named written = new Named(name(argument), path);
                requireApart(written, mark.value());
                writes.add(written);
            }
            if (mark.value() == Place.FILE) {
                AtomicFiles.claim(given);
            } else if (mark.value() == Place.FOLDER) {
                AtomicFolder.claim(given);
            }
        }
    }

    private static void requireKind(Named written, Place kind) throws UsageException {
        if (kind != Place.FOLDER && Files.isDirectory(written.path())) {
            throw new UsageException(written + ": is a folder; give the name of a file.");
        }
        if (kind == Place.FOLDER && Files.exists(written.path()) && !Files.isDirectory(written.path())) {
            throw new UsageException(written + ": is a file; give the name of a new folder.");
        }
        for (Path above = written.path().toAbsolutePath().getParent(); above != null; above = above.getParent()) {
            if (Files.isDirectory(above)) {
                return;
            }
            if (Files.exists(above, LinkOption.NOFOLLOW_LINKS)) {
                throw new UsageException(written + ": cannot be there, since " + above + " is not a folder.");
            }
        }
    }

    private void requireApart(Named written, Place kind) throws HydraException {
        if (isDevice(written.path())) {
            return;
        }
        try {
            Path place = real(written.path());
            for (Named other : writes) {
                if (place.equals(real(other.path()))) {
                    throw new UsageException(
                            written.option() + " and " + other + " are the same place; give two, lest one is lost.");
                }
            }
            for (Named read : reads) {
                Path readPlace = real(read.path());
                if (place.equals(readPlace) || isSame(written.path(), read.path())) {
                    throw new UsageException(written + ": is what " + read.option()
                            + " reads, and would be lost; give another place.");
                }
                if (Files.isDirectory(readPlace) && isPartOf(readPlace, place, written.path(), kind)) {
                    throw new UsageException(written + ": lies in " + read.path() + ", which " + read.option()
                            + " reads; give a place outside of it.");
                }
            }
        } catch (IOException e) {
            throw ResourceException.in(written.path(), "cannot be looked at", e);
        }
    }

    /** What is neither a file nor a folder loses nothing when it is written to. */
    private static boolean isDevice(Path path) {
        return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
    }

    /** Whether two names, of one link or two, are of one file that is there. */
    private static boolean isSame(Path a, Path b) throws IOException {
        return Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b);
    }

    /** Whether what is to be written lies in the folder, except a new file, which harms nothing there. */
    private static boolean isPartOf(Path folder, Path place, Path written, Place kind) throws HydraException, IOException {
        boolean harmless = kind == Place.FILE && !Files.exists(place);
        return !harmless && (place.startsWith(folder) || holds(folder, written));
    }

    /** Whether a file in the folder is, by a link, the file that is to be written. */
    private static boolean holds(Path folder, Path written) throws HydraException, IOException {
        if (Files.isRegularFile(written)) {
            for (Path file : Folders.files(folder)) {
                if (isSame(file, written)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A path without links, as far as it exists. */
    private static Path real(Path path) throws IOException {
        Path absolute = AtomicFiles.followed(path).toAbsolutePath();
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
