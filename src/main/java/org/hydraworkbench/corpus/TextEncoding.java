package org.hydraworkbench.corpus;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/**
 * In which encoding a text file is.
 *
 * @param charset null for UTF-8
 * @param choice whether a person can choose it, which an error then advises
 */
record TextEncoding(@Nullable Charset charset, boolean choice) {

    /** UTF-8 that nobody looked for a mark of another encoding in. */
    static final TextEncoding UTF_8 = new TextEncoding(null, false);

    /** UTF-8, or UTF-16 where a mark says so. */
    static TextEncoding of(InputFile file) throws InputException {
        Charset marked = Utf16.marked(file);
        if (marked == null) {
            file.requireText();
        }
        return new TextEncoding(marked, false);
    }

    /** That which a person chose; else UTF-8, or UTF-16 where a mark says so. */
    static TextEncoding of(InputFile file, LineOptions options) throws InputException {
        Charset encoding = options.encoding();
        if (encoding == null) {
            Charset likely = options.offered() && Utf16.marked(file) == null ? Utf16.likely(file) : null;
            if (likely != null) {
                throw InputException.in(file.path(), "this is text in UTF-16 without a mark that says so; choose its encoding (--encoding "
                        + likely + "), or save the file as UTF-8");
            }
            return new TextEncoding(of(file).charset, options.offered());
        }
        if (encoding.equals(StandardCharsets.UTF_8)) {
            file.requireText();
            return new TextEncoding(null, true);
        }
        file.requireNoZip();
        return new TextEncoding(encoding, true);
    }

    /** The text of a file as UTF-8; what is wrong in its own encoding is wrong in that too. */
    InputStream utf8(InputFile file) {
        return charset == null ? file.content() : new RecodedStream(file.content(), charset);
    }

    /**
     * Why a line is none that is wrong in the encoding, with what can be done about it.
     *
     * @param text whether the file seems to be text at all
     */
    String fault(boolean text) {
        if (charset != null) {
            return "the line is not " + charset + (choice ? "; choose another encoding (--encoding)" : "; save the file as UTF-8 and try again");
        }
        if (!text) {
            return "this is no text, or it is text in UTF-16; choose a text file that is saved as UTF-8";
        }
        return choice
                ? "the line is not UTF-8; choose its encoding (--encoding, for example windows-1252), or save the file as UTF-8 and try again"
                : "the line is not UTF-8; save the file as UTF-8 and try again";
    }
}
