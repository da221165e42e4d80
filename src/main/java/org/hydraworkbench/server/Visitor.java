package org.hydraworkbench.server;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pages of the web out: a browser on this machine reaches the service for any page that a person looks at. Browsers say in
 * {@code Origin} which page asks (Fetch standard, 3.1), a hidden frame's as {@code null}, and in {@code Host} what the service is called by,
 * which is another name where a page has its own name lead here. Other programs send no {@code Origin}.
 */
final class Visitor {

    private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]");

    private Visitor() {}

    /** Refuses whom the service is not for. */
    static void check(Headers headers) throws RefusedException {
        String origin = headers.getFirst("Origin");
        if (origin != null && !isOwn(origin)) {
            throw new RefusedException(403, "This service is for programs of this machine, not for pages of the web: Origin " + origin + ".");
        }
        String host = headers.getFirst("Host");
        if (host != null && !isOwn("http://" + host)) {
            throw new RefusedException(403, "This service is called localhost or 127.0.0.1, not " + host + ".");
        }
    }

    /** The page of this machine that asks, which may read the answer. */
    static Optional<String> page(Headers headers) {
        return Optional.ofNullable(headers.getFirst("Origin")).filter(Visitor::isOwn);
    }

    private static boolean isOwn(String address) {
        try {
            @Nullable String host = new URI(address).getHost();
            return host != null && OWN.contains(host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
