package org.hydraworkbench.tokenizer;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** What {@code tokenizer_golden.py} wrote with the tokenizers library. */
record Golden(List<List<String>> merges, List<Line> lines) {

    /** One line of {@link #texts()}, as the library encodes it. */
    record Line(int[] ids, int[] starts, int[] ends, String decoded) {}

    static Golden read(String name) {
        try (InputStreamReader in = new InputStreamReader(open(name), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(in, Golden.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines that were encoded, each ended by a line feed in the file. */
    static List<String> texts() {
        return lines("lines.txt.gz");
    }

    static List<String> training() {
        return lines("training.txt.gz");
    }

    private static List<String> lines(String name) {
        try (InputStream in = open(name)) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(all.substring(0, all.length() - 1).split("\n", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a tokenizer of the resources into a folder of its own and loads it. */
    static Tokenizer tokenizer(String name, Path folder) throws Exception {
        try (InputStream in = resource(name + ".tokenizer.json")) {
            Files.createDirectories(folder);
            Files.copy(in, folder.resolve("tokenizer.json"));
        }
        return Tokenizer.load(folder);
    }

    private static InputStream open(String name) throws IOException {
        return new GZIPInputStream(resource(name));
    }

    private static InputStream resource(String name) {
        InputStream in = Golden.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("no resource " + name);
        }
        return in;
    }
}
