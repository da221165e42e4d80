package org.hydraworkbench.server;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.UsageException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves translations to the programs of this machine, over HTTP on the loopback interface alone. Started once; safe for use by several
 * threads.
 */
public final class LocalService implements AutoCloseable {

    /** Where programs look that know OPUS-CAT. */
    public static final int USUAL_PORT = 8500;

    private static final Logger LOG = LoggerFactory.getLogger(LocalService.class);
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final int SECONDS_TO_END = 1;

    static {
        // Known to the server alone, which reads them once: answers leave at once, a request that does not come to its end is given up, and
        // what a client still sends is read before the connection ends: it would be reset, and the client might never see the answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.drainAmount", Integer.toString(64 << 20));
        System.setProperty("sun.net.httpserver.maxReqTime", "60");
    }

    private final Map<String, Endpoint> endpoints = new HashMap<>();
    private final WorkQueue work = new WorkQueue();
    private @Nullable HttpServer server;

    /** @param translator open for as long as this is */
    public LocalService(ServedTranslator translator) {
        Map<String, Endpoint> all = new HashMap<>(new LibreTranslateFace(translator).endpoints());
        all.putAll(new OpusCatFace(translator).endpoints());
        all.forEach((path, endpoint) -> endpoints.put(path.toLowerCase(Locale.ROOT), endpoint));
    }

    /**
     * Begins to serve.
     *
     * @param port of the loopback interface; 0 for any that is free
     * @throws InputException when the port is not free
     * @throws IllegalStateException when it was started before
     */
    public synchronized void start(int port) throws HydraException {
        if (server != null) {
            throw new IllegalStateException("the service was started before");
        }
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            made.setExecutor(work.forRequests());
            made.createContext("/", this::serve);
            made.start();
            server = made;
        } catch (IOException e) {
            throw new InputException(
                    "The service cannot listen to port " + port + " (" + Reasons.of(e) + "); choose another, or 0 for any that is free.", e);
        }
    }

    /** Where it listens; 0 while it does not. */
    public synchronized int port() {
        return server == null ? 0 : server.getAddress().getPort();
    }

    /** Ends what is being translated, whose clients are told so, and serves nobody any more. Does nothing the second time. */
    @Override
    public synchronized void close() {
        work.end();
        if (server != null) {
            server.stop(SECONDS_TO_END);
        }
        work.close();
    }

    private void serve(HttpExchange exchange) {
        try (exchange) {
            try {
                Visitor.check(exchange.getRequestHeaders());
                if (exchange.getRequestMethod().equals("OPTIONS")) {
                    allow(exchange);
                } else {
                    send(exchange, 200, answer(exchange));
                }
            } catch (RefusedException e) {
                exchange.getResponseHeaders().set("Connection", "close"); // what follows it is not read
                send(exchange, e.status(), error(e.sentence()));
            } catch (HydraException e) {
                LOG.debug("refused", e);
                send(exchange, status(e), error(e.getMessage()));
            } catch (RuntimeException e) {
                LOG.error("unexpected", e);
                send(exchange, 500, error("An unexpected error, " + e.getClass().getSimpleName() + ". This is a defect of the program."));
            }
        } catch (IOException e) {
            LOG.debug("a client went away", e);
        }
    }

    private JsonElement answer(HttpExchange exchange) throws RefusedException, HydraException, IOException {
        String path = String.valueOf(exchange.getRequestURI().getPath());
        Endpoint endpoint = endpoints.get(path.toLowerCase(Locale.ROOT));
        if (endpoint == null) {
            throw new RefusedException(404, "There is nothing under " + path + ".");
        }
        String method = exchange.getRequestMethod();
        if (!method.equals(endpoint.method())) {
            exchange.getResponseHeaders().set("Allow", endpoint.method());
            throw new RefusedException(405, path + " is asked with " + endpoint.method() + ", not with " + method + ".");
        }
        JsonFields asked = Asked.read(exchange);
        return endpoint.works() ? work.run(progress -> endpoint.task().answer(asked, progress)) : endpoint.task().answer(asked, work.progress());
    }

    /** A page of this machine asks whether it may ask. */
    private static void allow(HttpExchange exchange) throws IOException {
        addPage(exchange);
        exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "GET, POST");
        exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "Content-Type");
        exchange.sendResponseHeaders(204, -1);
    }

    private static void addPage(HttpExchange exchange) {
        Visitor.page(exchange.getRequestHeaders()).ifPresent(page -> {
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", page);
            exchange.getResponseHeaders().set("Vary", "Origin");
        });
    }

    private static void send(HttpExchange exchange, int status, JsonElement answer) throws IOException {
        byte[] bytes = GSON.toJson(answer).getBytes(StandardCharsets.UTF_8);
        addPage(exchange);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush(); // now: closing waits for what the client still sends
    }

    private static JsonObject error(String sentence) {
        JsonObject error = new JsonObject();
        error.addProperty("error", sentence);
        return error;
    }

    private static int status(HydraException error) {
        return switch (error) {
            case InputException _, UsageException _ -> 400;
            case ResourceException _ -> 500;
            default -> 503;
        };
    }
}
