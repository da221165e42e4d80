package org.hydraworkbench.bench;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.server.EngineTranslator;
import org.hydraworkbench.server.Lesson;
import org.hydraworkbench.server.LocalService;
import org.hydraworkbench.server.ServedHydra;
import org.hydraworkbench.server.Teacher;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * A service under load, against what it answers to one client alone: how many answers are wrong, how many never come, how much memory is held
 * before and after, and how many answers a second there are. One request of twenty is malformed, and one of twenty goes away in the middle.
 *
 * <p>Arguments: TRAIN TEST FROM TO [REQUESTS [MODEL]]; with MODEL, a Hydra judges. Sentences are those of TEST.
 */
public final class ServiceLoad {

    private static final int CLIENTS = 20;
    private static final int REQUESTS = 2000;
    private static final int OF = 20;
    /** Of one request; twenty wait for each other. */
    private static final Duration HANG = Duration.ofMinutes(2);
    private static final int SENTENCES = 200;
    private static final double MIB = 1 << 20;

    private final LanguagePair pair;
    private final LocalService service;
    private final List<String> sentences;
    private final Map<String, String> alone = new HashMap<>();
    private final AtomicInteger right = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger gone = new AtomicInteger();
    private final AtomicInteger wrong = new AtomicInteger();
    private final HttpClient client = HttpClient.newHttpClient();

    private ServiceLoad(LanguagePair pair, LocalService service, List<String> sentences) {
        this.pair = pair;
        this.service = service;
        this.sentences = sentences;
    }

    public static void main(String[] arguments) throws Exception {
        List<SentencePair> train = Bitexts.readAll(Path.of(arguments[0]));
        List<String> sentences =
                Bitexts.readAll(Path.of(arguments[1])).stream().map(SentencePair::source).distinct().limit(SENTENCES).toList();
        LanguagePair pair = new LanguagePair(LanguageTag.parse(arguments[2]), LanguageTag.parse(arguments[3]));
        int requests = arguments.length > 4 ? Integer.parseInt(arguments[4]) : REQUESTS;
        if (arguments.length < 6) {
            run(pair, train, null, sentences, requests);
            return;
        }
        try (TensorRuntime runtime = TensorRuntime.open(RuntimeOptions.defaults());
                HydraModel model = HydraModel.open(runtime, Path.of(arguments[5]), Progress.none())) {
            ServedHydra hydra = new ServedHydra(ServedHydra.alone(model), model.manifest(), GenerationOptions.greedy(128));
            run(pair, train, hydra, sentences, requests);
        }
    }

    private static void run(
            LanguagePair pair, List<SentencePair> train, @Nullable ServedHydra hydra, List<String> sentences, int requests) throws Exception {
        Teacher teacher = new Teacher() {
            @Override
            public List<LanguagePair> directions() {
                return List.of(pair);
            }

            @Override
            public boolean teaches() {
                return true;
            }

            @Override
            public Lesson learn(LanguagePair direction, Progress progress) throws HydraException {
                return Lesson.of(Knowledge.learn(PairSource.of(train), List.of(), AlignOptions.defaults(), progress), Decoding.usual());
            }
        };
        try (LocalService service = new LocalService(new EngineTranslator("load", teacher, hydra))) {
            service.start(0);
            ServiceLoad load = new ServiceLoad(pair, service, sentences);
            double rate = load.askAlone();
            for (int round = 0; round < 2; round++) {
                load.round(requests, round, rate);
            }
        }
    }

    /** Answers a second to one client. */
    private double askAlone() throws Exception {
        alone.put(sentences.getFirst(), ask(sentences.getFirst())); // learns first
        long start = System.nanoTime();
        for (String sentence : sentences) {
            alone.put(sentence, ask(sentence));
        }
        return sentences.size() / seconds(start);
    }

    private void round(int requests, int round, double rateAlone) throws Exception {
        List.of(right, refused, gone, wrong).forEach(count -> count.set(0));
        double before = held();
        long start = System.nanoTime();
        Random random = new Random(round);
        List<Future<?>> all = new ArrayList<>();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int k = 0; k < requests; k++) {
            String sentence = sentences.get(random.nextInt(sentences.size()));
            int kind = k % OF;
            all.add(clients.submit(() -> {
                switch (kind) {
                    case 3 -> malformed(sentence);
                    case 7 -> goAway(sentence);
                    default -> compare(sentence);
                }
                return null;
            }));
        }
        clients.close();
        double seconds = seconds(start);
        int hanging = 0;
        int failed = 0;
        for (Future<?> each : all) {
            if (each.state() == Future.State.FAILED) {
                boolean hangs = each.exceptionNow() instanceof HttpTimeoutException;
                hanging += hangs ? 1 : 0;
                failed += hangs ? 0 : 1;
                System.out.println("    FAULT " + each.exceptionNow());
            }
        }
        System.out.printf(Locale.ROOT,
                "round %d: %d right, %d refused, %d gone away, %d wrong, %d failed, %d hang; held %.1f MiB before, %.1f after; %.1f a second,"
                        + " %.2f times one client%n",
                round, right.get(), refused.get(), gone.get(), wrong.get(), failed, hanging, before, held(), right.get() / seconds,
                right.get() / seconds / rateAlone);
    }

    private void compare(String sentence) throws Exception {
        String answer = ask(sentence);
        if (answer.equals(alone.get(sentence))) {
            right.incrementAndGet();
        } else {
            wrong.incrementAndGet();
            System.out.println("    FAULT " + sentence + ": " + answer + ", alone " + alone.get(sentence));
        }
    }

    private String ask(String sentence) throws Exception {
        HttpResponse<String> response = post(form(sentence));
        return response.statusCode() == 200
                ? Json.parseObject(response.body()).get("translatedText").getAsString()
                : response.statusCode() + " " + response.body();
    }

    private void malformed(String sentence) throws Exception {
        if (post(form(sentence) + "&format=%").statusCode() == 400) {
            refused.incrementAndGet();
        } else {
            wrong.incrementAndGet();
        }
    }

    /** Sends all, and is gone before there is an answer. */
    private void goAway(String sentence) throws Exception {
        String body = form(sentence);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write(("POST /translate HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
        gone.incrementAndGet();
    }

    private String form(String sentence) {
        return "source=" + pair.from() + "&target=" + pair.to() + "&q=" + URLEncoder.encode(sentence, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> post(String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/translate"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(HANG)
                .POST(BodyPublishers.ofString(form))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** In MiB, after what can be let go is gone. */
    private static double held() {
        System.gc();
        Runtime java = Runtime.getRuntime();
        return (java.totalMemory() - java.freeMemory()) / MIB;
    }
}
