package org.hydraworkbench.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text file in UTF-8, or in UTF-16 with its mark, plain or gzip (told by content). A line ends at a line feed and nowhere else, so a carriage
 * return or a Unicode line separator stays in its line; a byte order mark at the beginning is skipped; a last line without a
 * line feed counts. Bytes that are not UTF-8 are an error that names the line. Used by one thread.
 */
public final class TextLines implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final InputFile file;
    private final InputStream content;
    private final TextEncoding encoding;
    private final Deque<Taken> ahead = new ArrayDeque<>();
    private byte[] buffer = new byte[CHUNK];
    private int start;
    private int end;
    private boolean atEnd;
    private long decoded;

    /**
     * A line and its place.
     *
     * @param number counted from 1
     */
    public record Line(long number, String text) {}

    /**
     * A line as it was found.
     *
     * @param text empty where the line is at fault
     * @param fault why it is no line of text, without file and line; null when it is one
     * @param error the same with them; null likewise
     */
    record Taken(String text, @Nullable String fault, @Nullable InputException error) {

        static Taken of(String text) {
            return new Taken(text, null, null);
        }

        boolean isBlank() {
            return fault == null && text.isBlank();
        }

        /** The text; the fault is thrown where there is none. */
        String required() throws InputException {
            if (error != null) {
                throw error;
            }
            return text;
        }
    }

    private TextLines(InputFile file, TextEncoding encoding) {
        this.file = file;
        this.content = encoding.utf8(file);
        this.encoding = encoding;
    }

    /** Opens {@code path} before its first line. */
    public static TextLines open(Path path) throws HydraException {
        InputFile file = InputFile.open(path);
        try {
            return of(file);
        } catch (HydraException e) {
            file.close();
            throw e;
        }
    }

    /** The lines of a file whose encoding may have been chosen, before the first of them. */
    static TextLines open(Path path, LineOptions options) throws HydraException {
        InputFile file = InputFile.open(path);
        try {
            return of(file, options);
        } catch (HydraException e) {
            file.close();
            throw e;
        }
    }

    /** The lines of an opened file, of which nothing was read away; closing them closes it. */
    static TextLines of(InputFile file) throws InputException {
        return begin(new TextLines(file, TextEncoding.of(file)));
    }

    /** The same of a file whose encoding may have been chosen. */
    static TextLines of(InputFile file, LineOptions options) throws InputException {
        return begin(new TextLines(file, TextEncoding.of(file, options)));
    }

    private static TextLines begin(TextLines lines) throws InputException {
        lines.skipByteOrderMark();
        return lines;
    }

    /**
     * The lines of a stream, exactly as they come: a byte order mark stays.
     *
     * @param name what error messages call the stream, for example {@code standard input}
     */
    public static TextLines of(InputStream in, String name) {
        return new TextLines(InputFile.of(in, name), TextEncoding.UTF_8);
    }

    /** All lines of a file that fits in memory. */
    public static List<String> readAll(Path path) throws HydraException {
        List<String> all = new ArrayList<>();
        try (TextLines lines = open(path)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                all.add(line);
            }
        }
        return all;
    }

    /** The next line without its line feed, or null at the end. */
    public @Nullable String next() throws HydraException {
        Taken line = take();
        return line == null ? null : line.required();
    }

    /** The next line, whether it is text or not, or null at the end; what follows a line that is not can be read on. */
    @Nullable Taken take() throws HydraException {
        return ahead.isEmpty() ? read() : ahead.remove();
    }

    /**
     * The first line from here on that is not blank, or null when there is none. Nothing is read away, so that what a file holds can be
     * told also where it cannot be opened twice, as with a pipe.
     */
    public @Nullable Line peek() throws HydraException {
        long number = lineNumber();
        for (Taken line : ahead) {
            number++;
            if (!line.isBlank()) {
                return new Line(number, line.required());
            }
        }
        for (Taken line = read(); line != null; line = read()) {
            ahead.add(line);
            if (!line.isBlank()) {
                return new Line(decoded, line.required());
            }
        }
        return null;
    }

    /** Those of the next {@code most} lines that are text and not blank; as with {@link #peek()} nothing is read away. */
    List<Line> peek(int most) throws HydraException {
        while (ahead.size() < most) {
            Taken line = read();
            if (line == null) {
                break;
            }
            ahead.add(line);
        }
        List<Line> lines = new ArrayList<>();
        long number = lineNumber();
        for (Taken line : ahead) {
            number++;
            if (line.fault() == null && !line.isBlank()) {
                lines.add(new Line(number, line.text()));
            }
        }
        return lines;
    }

    private @Nullable Taken read() throws HydraException {
        int searched = start;
        while (true) {
            for (int i = searched; i < end; i++) {
                if (buffer[i] == '\n') {
                    Taken line = decode(start, i);
                    start = i + 1;
                    return line;
                }
            }
            searched = end - start;
            if (!fill()) {
                if (start == end) {
                    return null;
                }
                Taken line = decode(start, end);
                start = end;
                return line;
            }
            searched += start;
        }
    }

    /** The number of the line that {@link #next()} gave last, counted from 1; 0 before the first. */
    public long lineNumber() {
        return decoded - ahead.size();
    }

    public Path path() {
        return file.path();
    }

    /** Bytes of the file on disk read so far. */
    public long bytesRead() {
        return file.bytesRead();
    }

    /** Bytes of the file on disk. */
    public long bytesTotal() {
        return file.bytesTotal();
    }

    @Override
    public void close() throws HydraException {
        file.close();
    }

    private void skipByteOrderMark() throws InputException {
        while (end < 3 && fill()) {
            // a stream may give fewer bytes than asked for
        }
        if (end >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            start = 3;
        }
    }

    /** Moves what is left to the front of the buffer, adds more bytes; false at the end of the file. */
    private boolean fill() throws InputException {
        if (atEnd) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            if (buffer.length >= Integer.MAX_VALUE / 2) {
                throw InputException.at(path(), decoded + 1, "the line is longer than 1 GB; is this a text file?");
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        try {
            int n = content.read(buffer, end, buffer.length - end);
            if (n < 0) {
                atEnd = true;
                return false;
            }
            end += n;
            return true;
        } catch (IOException e) {
            throw InputException.at(path(), decoded + 1, "cannot be read on", e);
        }
    }

    /** Whether what was read last may be text: in most encodings, UTF-16 not among them, no byte of it is zero. */
    private boolean mayBeText() {
        for (int i = 0; i < end; i++) {
            if (buffer[i] == 0) {
                return false;
            }
        }
        return true;
    }

    private Taken decode(int from, int to) {
        decoded++;
        String text = new String(buffer, from, to - from, StandardCharsets.UTF_8);
        // The quick decoder puts U+FFFD where bytes are wrong; only a line that has one is worth the strict decoder.
        if (text.indexOf('\uFFFD') >= 0) {
            try {
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(buffer, from, to - from));
            } catch (CharacterCodingException e) {
                String reason = encoding.fault(mayBeText());
                return new Taken("", reason, new InputException(path() + ":" + decoded + ": " + reason, e));
            }
        }
        return Taken.of(text);
    }
}
