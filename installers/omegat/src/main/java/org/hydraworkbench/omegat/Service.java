package org.hydraworkbench.omegat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.omegat.util.Language;
import org.omegat.util.Preferences;

/** The service of the workbench, at the address in the preferences. */
final class Service {

    /** Where {@code hydra serve} listens when it is not told otherwise. */
    static final String USUAL_ADDRESS = "http://127.0.0.1:8500";

    private static final String ADDRESS = "hydra_workbench_address";

    /** A Hydra may take its time, and the first question of a direction waits until that is learnt. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** It is on this machine, whatever proxy leads out of it. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Service() {}

    static String address() {
        return Preferences.getPreferenceDefault(ADDRESS, USUAL_ADDRESS);
    }

    /** @param address blank for the usual one */
    static void setAddress(String address) {
        String plain = address.strip().replaceAll("/+$", "");
        Preferences.setPreference(ADDRESS, plain.isEmpty() ? USUAL_ADDRESS : plain);
    }

    /**
     * Translates.
     *
     * @param format text or html
     * @throws IOException with a sentence for the person who translates
     */
    static String translate(Language from, Language to, String text, String format) throws IOException, InterruptedException {
        ObjectNode asked = JSON.createObjectNode();
        asked.put("q", text);
        asked.put("source", from.getLanguage());
        asked.put("target", to.getLanguage());
        asked.put("format", format);
        HttpRequest.Builder request = request("/translate")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(asked)));
        return send(request).path("translatedText").asText();
    }

    /** Terms of the glossary, each with what it is called in the other language. */
    static Map<String, String> terms(Language from, Language to) throws IOException, InterruptedException {
        Map<String, String> terms = new LinkedHashMap<>();
        for (JsonNode term : send(request("/glossary?source=" + encoded(from) + "&target=" + encoded(to)))) {
            terms.put(term.path("source").asText(), term.path("target").asText());
        }
        return terms;
    }

    private static String encoded(Language language) {
        return URLEncoder.encode(language.getLanguage(), StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder request(String path) throws IOException {
        try {
            return HttpRequest.newBuilder(URI.create(address() + path)).timeout(LONGEST);
        } catch (IllegalArgumentException e) {
            throw new IOException(address() + " is no address of a service; it should be like " + USUAL_ADDRESS + ".", e);
        }
    }

    private static JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response;
        try {
            response = CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new ConnectException("Hydra Workbench does not answer at " + address() + "; start it with \"hydra serve\".");
        }
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() != 200) {
            throw new IOException(answer.path("error").asText("The service at " + address() + " answers " + response.statusCode() + "."));
        }
        return answer;
    }
}
