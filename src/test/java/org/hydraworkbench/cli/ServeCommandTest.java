package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.testing.ChildJava;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service in a process of its own. */
class ServeCommandTest extends CommandTest {

    private static final int TERMINATED = 128 + 15;
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    private Process child;
    private String address = "";

    @BeforeEach
    void writeABitext() throws Exception {
        write("memory.tsv", "The dog sleeps.\tAqjun yeṭṭes.\nThe cat sleeps.\tAmcic yeṭṭes.\nThe dog barks.\tAqjun yesseglaf.\n");
    }

    @AfterEach
    void end() throws Exception {
        if (child != null) {
            child.destroyForcibly().waitFor();
        }
    }

    private String serve(String... options) throws Exception {
        child = ChildJava.of(Main.class, "1g", with(new String[] {"serve", "--port", "0", "--threads", "1"}, options))
                .redirectError(folder.resolve("said").toFile())
                .start();
        BufferedReader out = child.inputReader(StandardCharsets.UTF_8);
        String line = String.valueOf(out.readLine());
        Matcher found = ADDRESS.matcher(line);
        assertThat(found.find()).as(line + read("said")).isTrue();
        address = found.group();
        return line;
    }

    private String post(String path, String form) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    @Test
    void aBitextIsServedBothWaysUntilTheInputEnds() throws Exception {
        assertThat(serve("--memory", path("memory.tsv"), "--from", "en", "--to", "kab", "--until-input-ends"))
                .startsWith("Translating en-kab and kab-en at http://127.0.0.1:");
        assertThat(post("/translate", "q=The+dog+sleeps.&source=en&target=kab")).contains("\"Aqjun yeṭṭes.\"");
        assertThat(post("/translate", "q=Amcic+yeṭṭes.&source=kab&target=en")).contains("\"The cat sleeps.\"");
        child.getOutputStream().close();
        assertThat(child.waitFor()).as(read("said")).isZero();
        assertThat(read("said")).endsWith("hydra: No longer translating." + System.lineSeparator());
    }

    @Test
    void whatWasConfirmedIsServed() throws Exception {
        write("mine.tsv", "The dog sleeps.\tAqjun yettnam.\n");
        serve("--memory", path("memory.tsv"), "--confirmed", path("mine.tsv"), "--from", "en", "--to", "kab");
        assertThat(post("/translate", "q=The+dog+sleeps.&source=en&target=kab")).contains("\"Aqjun yettnam.\"");
        assertThat(post("/translate", "q=Aqjun+yettnam.&source=kab&target=en")).contains("\"The dog sleeps.\"");
    }

    @Test
    void aGlossaryIsObeyedAndTold() throws Exception {
        write("terms.tsv", "Dog\taydi\n");
        serve("--memory", path("memory.tsv"), "--glossary", path("terms.tsv"), "--from", "en", "--to", "kab");
        assertThat(post("/translate", "q=The+dog+sleeps.&source=en&target=kab")).containsIgnoringCase("aydi");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/glossary?source=en&target=kab")).build();
            assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("[{\"source\":\"dog\",\"target\":\"aydi\"}]");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // where a process cannot be asked, only killed
    void whatASuggestionSaysIsThereTomorrow() throws Exception {
        try (Project project = TestProjects.small(folder)) {
            TestProjects.make(project, Operations.ALIGN, AlignmentSettings.defaults().withUnit(Unit.WORD));
            assertThat(project.conversations().corrected()).isEmpty();
        }
        for (int day = 0; day < 2; day++) {
            serve("--project", path("test.hydra"));
            if (day == 0) {
                assertThat(post("/suggest", "q=The+dog+sleeps.&s=Aqjun+yettnam.&source=en&target=kab")).contains("true");
            }
            assertThat(post("/translate", "q=The+dog+sleeps.&source=en&target=kab")).as("day " + day).contains("\"Aqjun yettnam.\"");
            child.destroy();
            assertThat(child.waitFor()).isEqualTo(TERMINATED);
            assertThat(read("said")).endsWith("hydra: No longer translating." + System.lineSeparator());
        }
        try (Project project = Project.open(folder.resolve("test.hydra"))) {
            assertThat(project.conversations().corrected()).singleElement().satisfies(exchange -> {
                assertThat(exchange.question()).isEqualTo("The dog sleeps.");
                assertThat(exchange.answer()).isEqualTo("Aqjun yeṭṭes.");
                assertThat(exchange.correction()).isEqualTo("Aqjun yettnam.");
            });
        }
    }

    @Test
    void aPortThatIsTakenIsToldAtOnce() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int code = hydra("serve", "--memory", path("memory.tsv"), "--from", "en", "--to", "kab", "--port", "" + taken.getLocalPort());
            assertThat(code).isEqualTo(3);
            assertThat(err).contains("hydra: The service cannot listen to port " + taken.getLocalPort()).contains("choose another");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2 | serve | Give what to translate by",
        "2 | serve --memory memory.tsv | need --from and --to",
        "2 | serve --memory memory.tsv --from en --to en | --from and --to are both en",
        "2 | serve --memory memory.tsv --from en --to kab --port 70000 | --port",
        "2 | serve --model nix --from en | need --from and --to",
        "2 | serve --model nix --from en --to kab --decoding memory.tsv | --decoding needs",
        "2 | serve --model nix --from en --to kab --confirmed memory.tsv | go with --memory",
        "2 | serve --project nix.hydra --memory memory.tsv | leave --memory out",
        "2 | serve --project nix.hydra --from en | a project knows its languages",
        "2 | serve --memory memory.tsv --from en --to e_! | e_!",
        "3 | serve --project nix.hydra | nix.hydra",
        "3 | serve --memory nix --from en --to kab --port 0 | nix",
        "3 | serve --memory memory.tsv --from en --to kab --port 0 --decoding memory.tsv | is not JSON"
    })
    void whatCannotBeIsRefusedInASentence(int code, String command, String message) throws Exception {
        String[] words = command.split(" ");
        for (int k = 1; k < words.length; k++) {
            words[k] = Files.exists(folder.resolve(words[k])) ? path(words[k]) : words[k];
        }
        assertThat(hydra(words)).isEqualTo(code);
        assertThat(err.lines().filter(line -> line.contains(message))).hasSize(1);
    }
}
