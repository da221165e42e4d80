package org.hydraworkbench.document.format;

import java.util.List;
import org.hydraworkbench.base.HydraException;

/** A kind of file that can be translated. */
public interface DocumentFormat {

    /** What the command line calls it, for example {@code xliff}. */
    String id();

    /** How the names of such files end, in small letters, for example {@code .xlf}. */
    List<String> endings();

    /**
     * Finds what is to be translated.
     *
     * @throws org.hydraworkbench.base.InputException when the file is broken, with file and line
     */
    Document read(SourceText file, ReadOptions options) throws HydraException;
}
