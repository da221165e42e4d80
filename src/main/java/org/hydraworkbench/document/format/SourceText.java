package org.hydraworkbench.document.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.corpus.InputFile;

/**
 * The text of a file, and how to write another text in the same way: with its byte order mark and its encoding. That is what the mark says, else
 * what the file itself declares (XML, HTML, gettext PO, USFM), else UTF-8.
 */
public final class SourceText {

    private static final int LONGEST = 1 << 29;
    private static final int DECLARED_WITHIN = 4096;

    private static final Pattern DECLARATION = Pattern.compile(
            "\\A\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']+)|<meta[^>]*?charset\\s*=\\s*[\"']?([\\w.:-]+)"
                    + "|Content-Type:[^\\n]*?charset=([\\w.:-]+)|\\A\\\\id[^\\n]*\\r?\\n(?:\\\\\\w+[^\\n]*\\r?\\n)*?\\\\ide\\s+([\\w.:-]+)",
            Pattern.CASE_INSENSITIVE);

    /** A mark and what it says. */
    private enum Mark {
        UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
        LITTLE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
        BIG(StandardCharsets.UTF_16BE, 0xFE, 0xFF);

        private final Charset charset;
        private final byte[] bytes;

        Mark(Charset charset, int... bytes) {
            this.charset = charset;
            this.bytes = new byte[bytes.length];
            for (int k = 0; k < bytes.length; k++) {
                this.bytes[k] = (byte) bytes[k];
            }
        }

        private boolean begins(byte[] file) {
            return file.length >= bytes.length && Arrays.equals(file, 0, bytes.length, bytes, 0, bytes.length);
        }
    }

    private final Path path;
    private final String text;
    private final Charset charset;
    private final byte[] mark;
    private final int[] lines; // where each begins

    private SourceText(Path path, String text, Charset charset, byte[] mark) {
        this.path = path;
        this.text = text;
        this.charset = charset;
        this.mark = mark;
        IntStream feeds = IntStream.range(0, text.length()).filter(k -> text.charAt(k) == '\n');
        this.lines = IntStream.concat(IntStream.of(0), feeds.map(feed -> feed + 1)).toArray();
    }

    /**
     * A text that is in no file.
     *
     * @param name what messages call it
     */
    public static SourceText of(String name, String text) {
        return new SourceText(Path.of(name), text, StandardCharsets.UTF_8, new byte[0]);
    }

    /** Reads a file, gzip too. */
    public static SourceText read(Path path) throws HydraException {
        try (InputFile file = InputFile.open(path)) {
            byte[] bytes = file.content().readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw InputException.in(path, "is larger than 512 MiB, which is not translated at once; cut it into several files");
            }
            return of(path, bytes);
        } catch (IOException e) {
            throw InputException.in(path, "cannot be read", e);
        }
    }

    /**
     * The text of bytes.
     *
     * @param path what messages call it
     */
    static SourceText of(Path path, byte[] bytes) throws InputException {
        for (Mark mark : Mark.values()) {
            if (mark.begins(bytes)) {
                return decoded(path, bytes, mark.bytes, mark.charset);
            }
        }
        return decoded(path, bytes, new byte[0], declared(path, bytes));
    }

    private static Charset declared(Path path, byte[] bytes) throws InputException {
        String head = new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
        Matcher declaration = DECLARATION.matcher(head);
        if (!declaration.find()) {
            return StandardCharsets.UTF_8;
        }
        String name = "";
        for (int k = 1; k <= declaration.groupCount(); k++) {
            name = declaration.group(k) == null ? name : declaration.group(k);
        }
        if (name.equals("CHARSET") || name.matches("65001.*")) {
            return StandardCharsets.UTF_8; // a template that was not filled in; USFM's number of it
        }
        try {
            Charset charset = Charset.forName(name);
            boolean pairs = charset.name().startsWith("UTF-16"); // a file whose declaration could be read so is not in that
            return pairs ? StandardCharsets.UTF_8 : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new InputException(path + ": says that it is in \"" + name + "\", which is not known; save it as UTF-8 and say so in it", e);
        }
    }

    private static SourceText decoded(Path path, byte[] bytes, byte[] mark, Charset charset) throws InputException {
        ByteBuffer content = ByteBuffer.wrap(bytes, mark.length, bytes.length - mark.length);
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(content)
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw InputException.in(path, "this is no text, or it is text in UTF-16 without its mark; save it as UTF-8");
            }
            return new SourceText(path, text, charset, mark);
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int k = 0; k < content.position(); k++) {
                line += bytes[k] == '\n' ? 1 : 0;
            }
            throw new InputException(path + ":" + line + ": the line is not " + charset + "; save the file as UTF-8 and try again", e);
        }
    }

    public String text() {
        return text;
    }

    public Path path() {
        return path;
    }

    /** The line of a UTF-16 unit, from 1. */
    int line(int unit) {
        int found = Arrays.binarySearch(lines, unit);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** What is wrong at a UTF-16 unit. */
    InputException wrong(int unit, String reason) {
        return InputException.at(path, line(unit), reason);
    }

    /** How a line ends: as the first one does. */
    String lineEnd() {
        int feed = text.indexOf('\n');
        return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
    }

    /** Whether a character can be written in the encoding of the file. */
    boolean canWrite(int codePoint) {
        return charset.name().startsWith("UTF-") || charset.newEncoder().canEncode(Character.toString(codePoint));
    }

    /** Another text as the bytes of such a file. */
    byte[] encode(String other) throws InputException {
        CharsetEncoder encoder = charset.newEncoder();
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(other));
            byte[] all = Arrays.copyOf(mark, mark.length + bytes.remaining());
            bytes.get(all, mark.length, bytes.remaining());
            return all;
        } catch (CharacterCodingException e) {
            int bad = other.codePoints().filter(c -> !canWrite(c)).findFirst().orElse('?');
            throw new InputException(
                    path + ": is in " + charset + ", which has no \"" + Character.toString(bad) + "\"; save the file as UTF-8 and try again", e);
        }
    }
}
