package org.hydraworkbench.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;
import org.jspecify.annotations.Nullable;

/** What a request asks, as fields: those of its JSON object, or of its form and its address. */
final class Asked {

    /** In bytes. */
    static final int MOST = 1 << 20;
    private static final long MOST_SKIPPED = 64L << 20;

    private static final String TYPE = "Content-Type";

    private Asked() {}

    /**
     * Reads it.
     *
     * @throws RefusedException when it is too long, of which no more than {@link #MOST} bytes are kept
     * @throws InputException when it is not what it says to be
     * @throws IOException when the client goes away
     */
    static JsonFields read(HttpExchange exchange) throws RefusedException, InputException, IOException {
        JsonObject fields = new JsonObject();
        addForm(fields, exchange.getRequestURI().getRawQuery());
        String body = body(exchange);
        String type = String.valueOf(exchange.getRequestHeaders().getFirst(TYPE)).toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            throw new InputException("The request is of type " + type.split(";", 2)[0]
                    + "; send JSON (application/json) or a form (application/x-www-form-urlencoded).");
        }
        if (type.contains("json")) {
            Json.parseObject(body).asMap().forEach(fields::add);
        } else {
            addForm(fields, body);
        }
        return JsonFields.of(fields);
    }

    private static String body(HttpExchange exchange) throws RefusedException, InputException, IOException {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        if (length != null && length.strip().length() > String.valueOf(MOST).length()) {
            throw tooLong();
        }
        InputStream in = exchange.getRequestBody();
        byte[] bytes = in.readNBytes(MOST + 1);
        if (bytes.length > MOST) {
            skip(in);
            throw tooLong();
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new InputException("The request is not UTF-8.", e);
        }
    }

    /** Reads what still comes: a client that is answered while it sends may lose the answer when the connection ends. */
    private static void skip(InputStream in) throws IOException {
        byte[] some = new byte[1 << 16];
        long left = MOST_SKIPPED;
        for (int n = in.read(some); n >= 0 && left > 0; n = in.read(some)) {
            left -= n;
        }
    }

    private static RefusedException tooLong() {
        return new RefusedException(413, "The request is longer than " + (MOST >> 20) + " MiB; send the text in parts.");
    }

    /** A field that is there several times is a list. */
    private static void addForm(JsonObject fields, @Nullable String form) throws InputException {
        if (form == null || form.isEmpty()) {
            return;
        }
        for (String part : form.split("&", -1)) {
            String[] sides = part.split("=", 2);
            String name = decoded(sides[0]);
            String value = sides.length == 1 ? "" : decoded(sides[1]);
            JsonElement before = fields.get(name);
            if (before == null) {
                fields.addProperty(name, value);
            } else if (before instanceof JsonArray list) {
                list.add(value);
            } else {
                JsonArray list = new JsonArray();
                list.add(before);
                list.add(value);
                fields.add(name, list);
            }
        }
    }

    private static String decoded(String text) throws InputException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InputException("The form or address is not encoded as it should be: a % needs two hexadecimal digits after it.", e);
        }
    }
}
