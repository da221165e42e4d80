package org.hydraworkbench.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.testing.Languages;
import org.hydraworkbench.text.LanguagePair;
import org.junit.jupiter.api.AfterEach;

/** What tests of the service share: a running one, and a client. */
abstract class ServiceTest {

    static final LanguagePair THERE = new LanguagePair(Languages.ENGLISH, Languages.KABYLE);

    private static final String[] NOUNS = {"house axxam", "book adlis", "day ass", "man argaz", "tree aseklu", "river asif", "road abrid"};

    private final HttpClient client = HttpClient.newHttpClient();
    LocalService service = new LocalService(new NoTranslator());

    /** Sentences that teach seven nouns. */
    static List<SentencePair> pairs() {
        List<SentencePair> pairs = new ArrayList<>();
        for (String one : NOUNS) {
            for (String two : NOUNS) {
                String[] left = one.split(" ");
                String[] right = two.split(" ");
                if (!one.equals(two)) {
                    pairs.add(new SentencePair("See " + left[0] + " and " + right[0] + ".", "Wali " + left[1] + " d " + right[1] + "."));
                }
            }
        }
        return pairs;
    }

    /** Knows both directions of these sentences. */
    static final class SmallTeacher implements Teacher {

        @Override
        public List<LanguagePair> directions() {
            return List.of(THERE, THERE.reversed());
        }

        @Override
        public boolean teaches() {
            return true;
        }

        @Override
        public Lesson learn(LanguagePair direction, Progress progress) throws HydraException {
            List<SentencePair> pairs = direction.equals(THERE)
                    ? pairs()
                    : pairs().stream().map(pair -> new SentencePair(pair.target(), pair.source())).toList();
            return Lesson.of(Knowledge.learn(PairSource.of(pairs), List.of(), AlignOptions.defaults().withThreads(1), progress), Decoding.usual());
        }
    }

    /** Gives every text back, and has a glossary. */
    static final class NoTranslator implements ServedTranslator {

        @Override
        public String name() {
            return "none";
        }

        @Override
        public List<LanguagePair> directions() {
            return List.of(THERE);
        }

        @Override
        public Answer translate(LanguagePair direction, String text, Progress progress) {
            return new Answer(text, Double.NaN, List.of());
        }

        @Override
        public Answer translateHtml(LanguagePair direction, String html, Progress progress) {
            return translate(direction, html, progress);
        }

        @Override
        public void confirm(LanguagePair direction, SentencePair texts, Progress progress) {}

        @Override
        public List<Term> terms(LanguagePair direction) {
            return List.of(new Term("river", "asif"));
        }
    }

    final void start(ServedTranslator translator) throws HydraException {
        service = new LocalService(translator);
        service.start(0);
    }

    @AfterEach
    void close() {
        service.close();
        client.close();
    }

    final HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
    }

    final HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    final HttpResponse<String> get(String path) throws Exception {
        return send(to(path));
    }

    final HttpResponse<String> post(String path, String type, String body) throws Exception {
        return post(path, type, BodyPublishers.ofString(body));
    }

    final HttpResponse<String> post(String path, String type, BodyPublisher body) throws Exception {
        return send(to(path).header("Content-Type", type).POST(body));
    }

    /** Posts single quotes for double ones. */
    final HttpResponse<String> json(String path, String body) throws Exception {
        return post(path, "application/json", body.replace('\'', '"'));
    }

    /** Posts names and values. */
    final HttpResponse<String> form(String path, String... fields) throws Exception {
        StringBuilder form = new StringBuilder();
        for (int k = 0; k < fields.length; k += 2) {
            form.append(k == 0 ? "" : "&").append(fields[k]).append('=').append(encoded(fields[k + 1]));
        }
        return post(path, "application/x-www-form-urlencoded", form.toString());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    final String translate(String text) throws Exception {
        return object(form("/translate", "q", text, "source", "en", "target", "kab")).get("translatedText").getAsString();
    }

    static JsonElement parsed(HttpResponse<String> response) throws Exception {
        return Json.parse(response.body());
    }

    static JsonObject object(HttpResponse<String> response) throws Exception {
        return Json.parseObject(response.body());
    }
}
