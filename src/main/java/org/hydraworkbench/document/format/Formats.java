package org.hydraworkbench.document.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hydraworkbench.base.UsageException;

/** The formats that are known. A new one joins by a line. */
public final class Formats {

    private static final DocumentFormat LINES = new LinesFormat();

    private static final List<DocumentFormat> ALL = List.of(
            LINES, new TableFormat(), new XliffFormat(), new PoFormat(), new TmxFormat(), new UsfmFormat(), new HtmlFormat());

    private Formats() {}

    public static List<DocumentFormat> all() {
        return ALL;
    }

    /** The format that is called so. */
    public static DocumentFormat byId(String id) throws UsageException {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(() -> new UsageException(
                "There is no format \"" + id + "\"; there are " + ALL.stream().map(DocumentFormat::id).collect(Collectors.joining(", ")) + "."));
    }

    /** The format of files whose names end like that; text, a line a text, where none does. */
    public static DocumentFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ALL.stream().filter(each -> each.endings().stream().anyMatch(name::endsWith)).findFirst().orElse(LINES);
    }

    /** How the names of all files that can be translated end, as patterns of a file chooser. */
    public static String[] patterns() {
        return ALL.stream().flatMap(each -> each.endings().stream()).map(ending -> "*" + ending).toArray(String[]::new);
    }

    /** How the name of a translation should end: as that of the file, but never as one that is packed; text where that says nothing. */
    public static String endingOf(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return of(file).endings().stream().filter(name::endsWith).filter(ending -> !ending.endsWith(".gz")).findFirst().orElse(".txt");
    }
}
