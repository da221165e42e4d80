package org.hydraworkbench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.text.LanguagePair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service by real requests. */
class LocalServiceTest extends ServiceTest {

    @BeforeEach
    void start() throws Exception {
        start(new EngineTranslator("small", new SmallTeacher(), null));
    }

    @Test
    void aTextIsTranslatedBothWays() throws Exception {
        HttpResponse<String> there = json("/translate", "{'q': 'See tree and tree.', 'source': 'en', 'target': 'kab', 'api_key': ''}");
        assertThat(there.statusCode()).isEqualTo(200);
        assertThat(there.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        JsonObject answer = object(there);
        assertThat(answer.keySet()).containsExactlyInAnyOrder("translatedText", "confidence");
        assertThat(answer.get("translatedText").getAsString()).isEqualTo("Wali aseklu d aseklu.");
        assertThat(answer.get("confidence").getAsDouble()).isBetween(0.0, 100.0);
        assertThat(form("/translate", "q", "Wali aseklu d aseklu.", "source", "kab", "target", "en").body())
                .contains("\"See tree and tree.\"");
    }

    @Test
    void severalTextsAreAnsweredInTheirOrderHoweverTheyAreSent() throws Exception {
        String expected = "[\"Wali aseklu d aseklu.\",\"\",\"Wali ass d ass.\"]";
        assertThat(object(json("/translate", "{'q': ['See tree and tree.', '', 'See day and day.'], 'source': 'en', 'target': 'kab'}"))
                        .get("translatedText"))
                .hasToString(expected);
        assertThat(object(form("/translate", "q", "See tree and tree.", "q", "", "q", "See day and day.", "source", "en", "target", "kab"))
                        .get("translatedText"))
                .hasToString(expected);
        assertThat(object(json("/translate", "{'q': [], 'source': 'en', 'target': 'kab'}")).get("translatedText")).hasToString("[]");
    }

    @Test
    void alternativesComeWhereTheyAreAskedFor() throws Exception {
        JsonObject answer = object(json("/translate", "{'q': 'See tree and tree.', 'source': 'en', 'target': 'kab', 'alternatives': '2'}"));
        assertThat(answer.getAsJsonArray("alternatives").asList())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .doesNotContain(answer.get("translatedText"));
    }

    @Test
    void aLanguageIsRecognisedByItsWords() throws Exception {
        translate("See tree."); // what nobody asked for is not learnt yet
        assertThat(parsed(form("/detect", "q", "Wali asif!")).getAsJsonArray().get(0)).hasToString("{\"confidence\":100.0,\"language\":\"kab\"}");
        assertThat(object(form("/translate", "q", "See tree and tree.", "source", "auto", "target", "kab")).get("detectedLanguage"))
                .hasToString("{\"confidence\":100.0,\"language\":\"en\"}");
        assertThat(parsed(form("/detect", "q", "123")).getAsJsonArray()).isEmpty();
        assertThat(form("/translate", "q", "123", "source", "auto", "target", "kab").body()).contains("\"123\"");
    }

    @Test
    void tagsOfHtmlStayWhereTheyAre() throws Exception {
        assertThat(object(json("/translate",
                                "{'q': '<p>See tree and tree.</p><br/>See day &amp; day.', 'source': 'en', 'target': 'kab', 'format': 'html'}"))
                        .get("translatedText")
                        .getAsString())
                .isEqualTo("<p>Wali aseklu d aseklu.</p><br/>Wali ass &amp; ass.");
    }

    @Test
    void aSentenceWithTagsOfHtmlIsOneSentence() throws Exception {
        assertThat(object(json("/translate",
                                "{'q': '<p>See <b>tree</b> and <i>house</i>.', 'source': 'en', 'target': 'kab', 'format': 'html'}"))
                        .get("translatedText")
                        .getAsString())
                .isEqualTo("<p>Wali <b>aseklu</b> d <i>axxam</i>.");
        assertThat(json("/translate", "{'q': '<p>See <b', 'source': 'en', 'target': 'kab', 'format': 'html'}").statusCode()).isEqualTo(400);
    }

    @Test
    void linesStayLines() throws Exception {
        assertThat(translate("  See tree and tree.\n\n\tSee day and day.\r\n")).isEqualTo("  Wali aseklu d aseklu.\n\n\tWali ass d ass.\r\n");
    }

    @Test
    void whatAPersonSuggestsIsTheNextAnswerAndItsWordsAreUsed() throws Exception {
        assertThat(translate("See zebra and tree.")).doesNotContain("aserdun");
        HttpResponse<String> done = form("/suggest", "q", " See zebra. ", "s", "Wali aserdun-aberkan.", "source", "en", "target", "kab");
        assertThat(done.body()).isEqualTo("{\"success\":true}");
        assertThat(translate("See zebra.")).isEqualTo("Wali aserdun-aberkan.");
        assertThat(translate("See zebra and tree.")).contains("aserdun").contains("aseklu").doesNotContain("zebra");
        form("/suggest", "q", "See zebra.", "s", "Wali taẓebrat.", "source", "en", "target", "kab");
        assertThat(translate("See zebra.")).as("the last counts").isEqualTo("Wali taẓebrat.");
    }

    @Test
    void languagesAndSettingsAreTold() throws Exception {
        assertThat(get("/languages").body())
                .isEqualTo("[{\"code\":\"en\",\"name\":\"English\",\"targets\":[\"kab\"]},{\"code\":\"kab\",\"name\":\"Kabyle\",\"targets\":[\"en\"]}]");
        assertThat(get("/health").body()).isEqualTo("{\"status\":\"ok\"}");
        assertThat(object(get("/frontend/settings")).get("suggestions").getAsBoolean()).isTrue();
        assertThat(object(get("/frontend/settings")).getAsJsonObject("language").getAsJsonObject("target").get("code").getAsString())
                .isEqualTo("kab");
        assertThat(get("/glossary?source=en&target=kab").body()).isEqualTo("[]");
    }

    @Test
    void termsOfAGlossaryAreTold() throws Exception {
        service.close();
        start(new NoTranslator());
        assertThat(get("/glossary?source=en-US&target=kab").body()).isEqualTo("[{\"source\":\"river\",\"target\":\"asif\"}]");
    }

    @Test
    void itSpeaksAsOpusCatDoes() throws Exception {
        String root = "/MTRestService/";
        assertThat(get(root + "ListSupportedLanguagePairs?tokenCode=0").body()).isEqualTo("[\"en-kab\",\"kab-en\"]");
        assertThat(get(root + "GetLanguagePairModelTags?tokenCode=0&srcLangCode=eng&trgLangCode=kab").body()).isEqualTo("[\"small\"]");
        assertThat(get(root + "GetLanguagePairModelTags?tokenCode=0&srcLangCode=fr&trgLangCode=kab").body()).isEqualTo("[]");
        String asked = "TranslateJson?tokenCode=0&input=" + encoded("See tree and tree.") + "&srcLangCode=en-US&trgLangCode=kab&modelTag=";
        assertThat(get(root + asked).body()).isEqualTo("{\"translation\":\"Wali aseklu d aseklu.\"}");
        assertThat(get(root.toLowerCase() + asked).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "/translate | {'q': | This is not JSON",
        "/translate | ['q'] | A JSON object is needed, but this is a list",
        "/translate |  | This is not JSON (it is cut short)",
        "/translate | {'source': 'en', 'target': 'kab'} | q: is missing",
        "/translate | {'q': 5, 'source': 'en', 'target': 'kab'} | q: 5 cannot be used; it must be a string",
        "/translate | {'q': ['a', 5], 'source': 'en', 'target': 'kab'} | must be a string",
        "/translate | {'q': 'a', 'source': 'en'} | target: is missing",
        "/translate | {'q': 'a', 'source': 'fr', 'target': 'kab'} | There is no translation from \"fr\" to \"kab\" here; there is en to kab, kab to en.",
        "/translate | {'q': 'a', 'source': 'e_!', 'target': 'kab'} | There is no translation",
        "/translate | {'q': 'a', 'source': 'auto', 'target': 'fr'} | to \"fr\" here",
        "/translate | {'q': 'a', 'source': 'en', 'target': 'kab', 'format': 'pdf'} | it must be text or html",
        "/translate | {'q': 'a', 'source': 'en', 'target': 'kab', 'alternatives': -1} | alternatives: -1",
        "/suggest | {'q': ' ', 's': 'b', 'source': 'en', 'target': 'kab'} | q: is blank",
        "/suggest | {'q': 'a', 'source': 'en', 'target': 'kab'} | s: is missing",
        "/detect | {} | q: is missing"
    })
    void badInputIsAnsweredWithASentence(String path, String body, String sentence) throws Exception {
        HttpResponse<String> refused = json(path, body == null ? "" : body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(object(refused).get("error").getAsString()).contains(sentence).endsWith(".");
    }

    @Test
    void whatIsNoUtf8NoFormAndNoKnownTypeIsRefused() throws Exception {
        byte[] latin = "{\"q\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(post("/detect", "application/json", BodyPublishers.ofByteArray(latin)).body()).contains("not UTF-8");
        assertThat(post("/detect", "application/x-www-form-urlencoded", "q=%z").body()).contains("two hexadecimal digits");
        assertThat(post("/detect", "multipart/form-data; boundary=x", "--x--").body()).contains("send JSON");
        assertThat(get("/MTRestService/TranslateJson?input=a").statusCode()).isEqualTo(400);
    }

    @Test
    void otherPathsAndOtherMethodsAreRefused() throws Exception {
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
        HttpResponse<String> wrong = get("/translate");
        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.headers().firstValue("Allow")).contains("POST");
        assertThat(object(wrong).get("error").getAsString()).isEqualTo("/translate is asked with POST, not with GET.");
        assertThat(form("/health").statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "https://localhost.evil.example", "null", "chrome-extension://abc", "", "http://[::1"})
    void pagesOfTheWebAreRefused(String origin) throws Exception {
        HttpResponse<String> refused = send(to("/health").header("Origin", origin));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "http://localhost:3000", "https://127.0.0.1:8443", "http://[::1]:80"})
    void pagesOfThisMachineAreAnsweredAndMayRead(String origin) throws Exception {
        HttpResponse<String> answered = send(to("/health").header("Origin", origin));
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
        assertThat(send(to("/translate").header("Origin", origin).method("OPTIONS", BodyPublishers.noBody())).statusCode()).isEqualTo(204);
    }

    /** As when a page has its own name lead to this machine. */
    @Test
    void whoCallsItByAnotherNameIsRefused() throws Exception {
        assertThat(raw("GET /health HTTP/1.1\r\nHost: evil.example:80\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 403");
        assertThat(raw("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 200");
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aRequestThatIsTooLongIsRefusedBeforeItIsRead() throws Exception {
        String promised = "POST /translate HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20000000\r\n\r\n";
        assertThat(raw(promised)).as("though none of it was sent").startsWith("HTTP/1.1 413").contains("longer than 1 MiB");
    }

    @Test
    void aLongRequestIsToldThatItIsTooLong() throws Exception {
        byte[] long20 = "a".repeat(20_000_000).getBytes(StandardCharsets.US_ASCII);
        for (int k = 0; k < 20; k++) { // again and again: a connection that is reset loses the answer now and then
            InputStream pieces = new ByteArrayInputStream(long20);
            assertThat(post("/translate", "text/plain", BodyPublishers.ofByteArray(long20)).statusCode()).isEqualTo(413);
            assertThat(post("/translate", "text/plain", BodyPublishers.ofInputStream(() -> pieces)).statusCode()).as("in chunks").isEqualTo(413);
        }
        assertThat(translate("See tree and tree.")).isEqualTo("Wali aseklu d aseklu.");
    }

    @Test
    void whoGoesAwayHarmsNobody() throws Exception {
        String begun = "POST /translate HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nq=See+";
        for (int k = 0; k < 20; k++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
                socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
                socket.setSoLinger(true, 0);
            }
        }
        assertThat(translate("See tree and tree.")).isEqualTo("Wali aseklu d aseklu.");
    }

    @Test
    void manyAtOnceGetWhatOneGets() throws Exception {
        List<String> texts = pairs().stream().map(pair -> pair.source().replace("and", "and big")).toList();
        List<String> expected = new ArrayList<>();
        for (String text : texts) {
            expected.add(translate(text));
        }
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            texts.forEach(text -> answers.add(clients.submit(() -> translate(text))));
        }
        for (int k = 0; k < texts.size(); k++) {
            assertThat(answers.get(k).get()).isEqualTo(expected.get(k));
        }
    }

    @Test
    void aPortThatIsTakenIsToldInASentence() {
        try (LocalService second = new LocalService(new NoTranslator())) {
            assertThatThrownBy(() -> second.start(service.port()))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("cannot listen to port " + service.port())
                    .hasMessageEndingWith("choose another, or 0 for any that is free.");
            assertThat(second.port()).isZero();
        }
    }

    @Test
    void whatIsClosedAnswersNobody() {
        service.close();
        service.close();
        assertThatThrownBy(() -> get("/health")).isInstanceOf(IOException.class);
    }
}
