package org.hydraworkbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.testing.TinyTokenizers;
import org.junit.jupiter.api.io.TempDir;

/** What tests of commands share: a folder for their files, and a command line whose two streams are kept. */
abstract class CommandTest {

    @TempDir
    Path folder;

    /** What the last command wrote to standard output. */
    String out = "";

    /** What the last command wrote to standard error. */
    String err = "";

    /** Runs a command and returns its exit code. */
    final int hydra(String... arguments) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        int code = Main.commandLine(new PrintWriter(outText, true), new PrintWriter(errText, true)).execute(arguments);
        out = outText.toString();
        err = errText.toString();
        return code;
    }

    static String[] with(String[] arguments, String... more) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    /** Makes tokenizers for {@link #tokenizers}: houses and books in the folders s and t. */
    final void makeTokenizers() throws Exception {
        TinyTokenizers.sentencePiece(folder.resolve("s"), Map.of("unk", "<unk>"), List.of("▁house", "▁book", "s", "."))
                .close();
        TinyTokenizers.sentencePiece(folder.resolve("t"), Map.of("unk", "<unk>"), List.of("▁axxam", "▁adlis", "en", "."))
                .close();
    }

    /** A command on the file b.tsv with both tokenizers. */
    final String[] tokenizers(String command) {
        return new String[] {
            command, "--bitext", path("b.tsv"), "--source-tokenizer", path("s"), "--target-tokenizer", path("t")
        };
    }

    final String path(String name) {
        return folder.resolve(name).toString();
    }

    final void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    final String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
