package org.hydraworkbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.project.ProjectFiles;
import org.hydraworkbench.tokenizer.TokenizerFolder;

/** What an option that names a place on the disk stands for. */
enum Place {
    /** A file. */
    FILE,
    /** A folder with all that is in it. */
    FOLDER,
    /** A tokenizer, by its folder or its file. */
    TOKENIZER,
    /** A project, which is a file and a folder beside it. */
    PROJECT;

    /** The files and folders that are meant by {@code given}. */
    List<Path> of(Path given) {
        return switch (this) {
            case FILE, FOLDER -> List.of(given);
            case TOKENIZER -> Files.isDirectory(given) ? List.of(given) : TokenizerFolder.filesOf(given);
            case PROJECT -> ProjectFiles.placesOf(given);
        };
    }
}
