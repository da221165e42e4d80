package org.hydraworkbench.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.hydraworkbench.app.testing.SmallProject;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.app.translate.TranslateViewModel;
import org.hydraworkbench.project.conversations.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceViewModelTest {

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private TestBench bench;
    private ServiceViewModel model;

    @BeforeEach
    void openProject() throws Exception {
        bench = TestBench.inBackground(folder);
        bench.workbench.settings().update(settings -> settings.withServicePort(0));
        model = new ServiceViewModel(bench.workbench);
    }

    @AfterEach
    void closeProject() throws Exception {
        bench.close();
        client.close();
    }

    private void open() throws Exception {
        bench.open(SmallProject.copyInto(folder));
        bench.await(model.possible()::get);
    }

    private void switchOn() throws Exception {
        model.toggle();
        bench.await(() -> model.portProperty().get() > 0);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + model.portProperty().get() + path);
    }

    private String post(String path, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    void withoutAProjectThereIsNothingToSwitchOn() {
        assertThat(model.possible().get()).isFalse();
        assertThat(model.onProperty().get()).isFalse();
        assertThat(model.standingProperty().getValue()).isEmpty();
    }

    @Test
    void otherProgramsTranslateAndWhatTheyCorrectIsSeenInTheConversation() throws Exception {
        TranslateViewModel conversation = new TranslateViewModel(bench.workbench);
        open();
        switchOn();
        assertThat(model.standingProperty().getValue()).isEqualTo("Serving at 127.0.0.1:" + model.portProperty().get());
        assertThat(post("/translate", "{\"q\":\"The dog sleeps.\",\"source\":\"en\",\"target\":\"kab\"}")).contains("\"translatedText\"");
        assertThat(conversation.conversation()).as("what is only asked is not kept").isEmpty();
        assertThat(post("/suggest", "{\"q\":\"The red dog.\",\"s\":\"Aqjun azeggaɣ.\",\"source\":\"en\",\"target\":\"kab\"}"))
                .contains("\"success\":true");
        bench.await(() -> !conversation.conversation().isEmpty());
        assertThat(conversation.conversation()).singleElement().satisfies(exchange -> {
            assertThat(exchange.request().text()).isEqualTo("The red dog.");
            assertThat(exchange.correctionProperty().get()).isEqualTo("Aqjun azeggaɣ.");
        });
        assertThat(post("/translate", "{\"q\":\"The red dog.\",\"source\":\"en\",\"target\":\"kab\"}")).contains("Aqjun azeggaɣ.");
        assertThat(bench.workbench.project().current().orElseThrow().conversations().corrected())
                .extracting(Exchange::correction)
                .containsExactly("Aqjun azeggaɣ.");
    }

    @Test
    void itEndsWithTheSwitchAndWithTheProject() throws Exception {
        open();
        switchOn();
        URI health = at("/health");
        model.toggle();
        assertThat(model.portProperty().get()).isZero();
        bench.await(() -> !answers(health));
        switchOn();
        URI again = at("/health");
        assertThat(answers(again)).isTrue();
        bench.workbench.project().leave();
        assertThat(model.onProperty().get()).as("it is off until it is switched on").isFalse();
        bench.await(() -> !answers(again));
    }

    private boolean answers(URI where) {
        try {
            return client.send(HttpRequest.newBuilder(where).build(), HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (java.io.IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPortThatIsTakenIsSaidAndTheSwitchIsOffAgain() throws Exception {
        open();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            bench.workbench.settings().update(settings -> settings.withServicePort(taken.getLocalPort()));
            model.toggle();
            bench.await(() -> !model.onProperty().get());
            assertThat(bench.told).singleElement().asString()
                    .contains("The service cannot listen to port " + taken.getLocalPort());
        }
        bench.workbench.settings().update(settings -> settings.withServicePort(0));
        switchOn();
    }
}
