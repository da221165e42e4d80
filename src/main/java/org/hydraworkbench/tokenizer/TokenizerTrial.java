package org.hydraworkbench.tokenizer;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.ExitCodes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JavaProcess;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.base.ResourceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a tokenizer of somebody else's in a process of its own: what the tokenizers library cannot stand ends its process, and
 * that should not be this one, where a project is open. It encodes and decodes a text with something of everything, and
 * decodes every token.
 */
public final class TokenizerTrial {

    private static final Logger LOG = LoggerFactory.getLogger(TokenizerTrial.class);
    private static final long MOST_SECONDS = 120;
    /** What a process ends with that SIGKILL or SIGTERM ended. */
    private static final Set<Integer> KILLED = Set.of(137, 143);

    private static final String PROBE = "The quick brown fox, 3 jumped.\n\tAẓul fell-awen! ſÅÅﬁ é e\u0301 ÇĞİ Ждём ⵣⵓⵍ"
            + " אבג ابجد हिन्दी 日本語 한국어 ไทย \uD83D\uDE00\uD83D\uDC69\u200D\uD83D\uDCBB \u0000\u0001\u007f\u00a0\u2028\ufeff\ufffd"
            + " \uE000\uDBFF\uDFFF <0x41> <s></s><unk>[CLS]##a ▁ Ġ http://a.b/c?d=1&e#f " + "a".repeat(200) + "    x";

    private TokenizerTrial() {}

    /**
     * Tries it and waits for the end.
     *
     * @param path as {@link Tokenizer#load} takes it
     * @throws InputException when it is missing or malformed, or the library cannot work with it
     */
    public static void of(Path path) throws HydraException {
        Process child = null;
        try {
            child = JavaProcess.of(TokenizerTrial.class, path.toAbsolutePath().toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            child.getOutputStream().close();
            // It says one sentence, which the pipe holds until it is read.
            if (!child.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new ResourceException(path + ": trying the tokenizer took more than " + MOST_SECONDS + " seconds.");
            }
            end(path, child.exitValue(), new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new ResourceException("The process that tries a tokenizer cannot be started (" + Reasons.of(e) + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            if (child != null) {
                child.destroyForcibly();
            }
        }
    }

    private static void end(Path path, int code, String said) throws HydraException {
        if (code == ExitCodes.DONE) {
            return;
        }
        if (KILLED.contains(code)) {
            throw new ResourceException(path + ": trying the tokenizer was ended from outside, perhaps for want of memory.");
        }
        throw ExitCodes.error(code, said).orElseGet(() -> InputException.in(
                path, "the tokenizers library cannot work with this file: it ends the process that tries it"));
    }

    /** The process that tries. Its standard output is the sentence of an error. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int code = ExitCodes.DONE;
        try {
            probe(Path.of(arguments[0]));
        } catch (HydraException e) {
            out.println(e.getMessage());
            code = ExitCodes.of(e);
        } catch (OutOfMemoryError e) {
            out.println(arguments[0] + ": there is not enough memory to try the tokenizer.");
            code = ExitCodes.RESOURCE;
        } catch (RuntimeException e) {
            LOG.error("unexpected", e);
            code = ExitCodes.UNEXPECTED;
        }
        // The library's threads do not keep it from ending, but what it says of a broken file comes from here alone.
        System.exit(code);
    }

    /** Has the library do with a tokenizer what the program will have it do. */
    static void probe(Path path) throws HydraException {
        try (Tokenizer tokenizer = Tokenizer.load(path)) {
            // What spells special tokens is encoded in another way.
            String spelt = IntStream.range(0, tokenizer.size())
                    .filter(tokenizer::isSpecial)
                    .limit(10)
                    .mapToObj(tokenizer::piece)
                    .collect(Collectors.joining());
            int[] ids = tokenizer.encode(PROBE + spelt).ids();
            for (int id : ids) {
                if (id < 0 || id >= tokenizer.size()) {
                    throw InputException.in(path, "the tokenizers library gives a token " + id + " that the file does not name");
                }
            }
            tokenizer.decode(ids, true);
            for (int id : IntStream.range(0, tokenizer.size()).toArray()) {
                tokenizer.decode(new int[] {id}, false);
                tokenizer.isMarkerOnly(id);
                tokenizer.bytes(id);
            }
        }
    }
}
