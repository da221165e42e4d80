package org.hydraworkbench.corpus;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import org.hydraworkbench.base.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * How the lines of a text are read.
 *
 * @param encoding of the file; null for UTF-8, or UTF-16 where a byte order mark says so
 * @param columns of a table that hold the sentences; null leaves them to be guessed
 * @param skipHead whether the first line of a table is passed over, since it names the columns
 * @param skipBadLines whether lines that are no pairs of sentences (blank, without a tab, not in the encoding, with an empty side) are
 *     left out; otherwise those without two sides are an error
 * @param offered whether a person can choose all this, so that an error may advise it
 */
public record LineOptions(
        @Nullable Charset encoding, @Nullable Columns columns, boolean skipHead, boolean skipBadLines, boolean offered) {

    /** Encodings that text in many languages was saved in before UTF-8, and the forms of UTF-16. */
    public static final List<String> ENCODINGS = List.of(
            "windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257",
            "windows-1258", "ISO-8859-2", "ISO-8859-15", "KOI8-R", "GB18030", "Big5", "Shift_JIS", "EUC-KR", "UTF-16LE", "UTF-16BE");

    /** All is left to be found, and nothing can be chosen. */
    public static LineOptions defaults() {
        return new LineOptions(null, null, false, false, false);
    }

    /** All is left to be found as long as a person does not choose. */
    public static LineOptions choosable() {
        return defaults().withOffered(true);
    }

    /**
     * The encoding of a name, {@code windows-1252} for instance.
     *
     * @throws UsageException when there is none of that name
     */
    public static Charset encoding(String name) throws UsageException {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UsageException("There is no encoding \"" + name + "\"; often used are " + String.join(", ", ENCODINGS) + ".", e);
        }
    }

    public LineOptions withEncoding(@Nullable Charset value) {
        return new LineOptions(value, columns, skipHead, skipBadLines, offered);
    }

    public LineOptions withColumns(@Nullable Columns value) {
        return new LineOptions(encoding, value, skipHead, skipBadLines, offered);
    }

    public LineOptions withSkipHead(boolean value) {
        return new LineOptions(encoding, columns, value, skipBadLines, offered);
    }

    public LineOptions withSkipBadLines(boolean value) {
        return new LineOptions(encoding, columns, skipHead, value, offered);
    }

    public LineOptions withOffered(boolean value) {
        return new LineOptions(encoding, columns, skipHead, skipBadLines, value);
    }

    /** Refuses what is meant for tables where there is none. */
    void requireNoTable() throws UsageException {
        if (columns != null || skipHead) {
            throw new UsageException("Columns can be chosen, and a head line be passed over, of a table with tabs, commas or semicolons only.");
        }
    }

    /** Refuses what is meant for lines where the form of the text has none. */
    void requireNone() throws UsageException {
        requireNoTable();
        if (encoding != null) {
            throw new UsageException("This is an XML file, which names its encoding itself; leave the choice of an encoding out.");
        }
    }
}
