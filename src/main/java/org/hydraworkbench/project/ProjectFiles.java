package org.hydraworkbench.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.Temporaries;
import org.hydraworkbench.base.UsageException;

/** Where the file of a project and its folder lie, and how a project that was made elsewhere comes to its place. */
public final class ProjectFiles {

    private ProjectFiles() {}

    /** Where a project lies, or would lie, that is given by {@code file}: the file, what SQLite keeps beside it, and the folder. */
    public static List<Path> placesOf(Path file) {
        Path hydra = Files.isRegularFile(file) ? file : withExtension(file);
        return List.of(
                hydra,
                hydra.resolveSibling(hydra.getFileName() + "-wal"),
                hydra.resolveSibling(hydra.getFileName() + "-shm"),
                filesOf(hydra));
    }

    /** {@code NAME.hydra} for {@code NAME}. */
    static Path withExtension(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(Project.EXTENSION) ? file : file.resolveSibling(name + Project.EXTENSION);
    }

    /** The folder beside a project's file, as an absolute path. */
    static Path filesOf(Path hydra) {
        String name = hydra.getFileName().toString();
        String stem = name.endsWith(Project.EXTENSION) ? name.substring(0, name.length() - Project.EXTENSION.length()) : name;
        return hydra.resolveSibling(stem + ".files").toAbsolutePath().normalize();
    }

    /**
     * The absolute path of the file of a project that is to be made.
     *
     * @throws UsageException when there is something of that name already
     */
    static Path requireFree(Path file) throws HydraException {
        Path hydra = withExtension(file).toAbsolutePath().normalize();
        Path folder = filesOf(hydra);
        if (Files.exists(hydra)) {
            throw new UsageException(hydra + ": there is a file of this name already; choose another name.");
        }
        takeBack(folder, hydra);
        Temporaries.clearBeside(hydra);
        if (Files.exists(folder)) {
            throw new UsageException(folder + ": there is a folder of this name already; choose another name.");
        }
        return hydra;
    }

    /**
     * Puts a folder that came to its place before the program ended back to the file that never followed; both will be cleared together. A
     * folder whose file did follow is a person's, wherever that file is now.
     */
    private static void takeBack(Path folder, Path hydra) throws HydraException {
        try {
            for (Path mark : Temporaries.leftBeside(arrival(folder))) {
                String from = Files.readString(mark);
                for (Path making : Temporaries.leftBeside(hydra)) {
                    if (String.valueOf(making.getFileName()).equals(from) && Files.isRegularFile(making.resolve(hydra.getFileName()))) {
                        AtomicFiles.move(folder, making.resolve(folder.getFileName()));
                        return;
                    }
                }
            }
        } catch (IOException e) {
            throw ResourceException.in(folder, "what was left here cannot be cleared", e);
        }
    }

    /**
     * Moves a project that is closed to where there was none when it was begun, the folder first.
     *
     * @throws ResourceException when the disk refuses, or when another program has made something of that name meanwhile
     */
    static void move(Path made, Path hydra) throws HydraException {
        try {
            requireFree(hydra);
        } catch (UsageException e) {
            throw new ResourceException(hydra + ": was made by another program meanwhile, and that one is kept; choose another name.", e);
        }
        Path folder = filesOf(hydra);
        try {
            if (Files.isDirectory(filesOf(made))) {
                Path mark = Temporaries.beside(arrival(folder));
                Files.writeString(filesOf(made).resolve(mark.getFileName()), from(made), StandardOpenOption.CREATE_NEW);
                AtomicFiles.move(filesOf(made), folder);
                AtomicFiles.moveNew(made, hydra);
                Files.delete(mark);
            } else {
                AtomicFiles.moveNew(made, hydra);
            }
        } catch (IOException e) {
            throw ResourceException.in(hydra, "the project cannot be written", e);
        }
    }

    /** The name of the folder in which a project is made, by which it is known that its file has not left it. */
    static String from(Path made) {
        Path making = made.toAbsolutePath().getParent();
        return making == null ? "" : String.valueOf(making.getFileName());
    }

    /**
     * What lies, under a temporary name, in the folder of a project from its coming to its place until the file is there too. It holds what
     * {@link #from} says.
     */
    static Path arrival(Path folder) {
        return folder.resolve("arrival");
    }
}
