package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Standard output that takes nothing, as on a full disk or when the reader has ended. */
class StandardOutputTest extends CommandTest {

    private final PrintStream usualOut = System.out;
    private final PrintStream usualErr = System.err;
    private final InputStream usualIn = System.in;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @BeforeEach
    void close() {
        System.setOut(new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        }));
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(usualOut);
        System.setErr(usualErr);
        System.setIn(usualIn);
    }

    @Test
    void noCommandIsDoneWhoseOutputIsLost() throws Exception {
        write("links", "0-0\n");
        write("gold", "0-0\n");
        List<String[]> all = new ArrayList<>(List.of(
                new String[] {"--version"},
                new String[] {"convert-links", "--in", path("links"), "--out", path("out")},
                new String[] {"eval", "alignment", "--gold", path("gold"), "--hyp", path("links")},
                new String[] {"project", "new", path("p.hydra"), "--from", "en", "--to", "kab"},
                new String[] {"project", "status", path("p.hydra"), "--json"}));
        for (String name : Main.commandLine(new PrintWriter(told), new PrintWriter(told)).getSubcommands().keySet()) {
            all.add(new String[] {name, "--help"});
        }
        for (String[] command : all) {
            told.reset();
            assertThat(Main.run(command)).as("%s", List.of(command)).isEqualTo(4);
            assertThat(told.toString(StandardCharsets.UTF_8)).contains("hydra: Standard output takes no more");
        }
    }

    @Test
    void encodingEndsWithItsReader() throws Exception {
        makeTokenizers();
        System.setIn(endless());
        assertThat(Main.run("tokenizer", "encode", "--tokenizer", path("s"))).isEqualTo(4);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("Standard output takes no more");
    }

    @Test
    void whatElseWentWrongIsSaidAlone() {
        System.setIn(new ByteArrayInputStream(new byte[0]));
        assertThat(Main.run("tokenizer", "encode", "--tokenizer", path("none"))).isEqualTo(3);
        assertThat(told.toString(StandardCharsets.UTF_8)).doesNotContain("Standard output");
    }

    /** Lines without end. */
    private static InputStream endless() {
        return new InputStream() {
            private boolean line;

            @Override
            public int read() {
                line = !line;
                return line ? 'a' : '\n';
            }
        };
    }
}
