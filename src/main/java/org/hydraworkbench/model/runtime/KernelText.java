package org.hydraworkbench.model.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Of which parts the kernel of a kind of models is put together: {@code resources/kernels/decoder.ts.py} says where each part stands, and each is
 * a file there.
 *
 * @param parts for each place the name of the part that stands there
 * @param weights names of the weights of a layer, in the order in which the kernel takes them
 * @param numbers further numbers that parts ask for, by name
 */
public record KernelText(Map<String, String> parts, List<String> weights, Map<String, Number> numbers) {

    /** The number that says what is computed in. */
    public static final String COMPUTE = "compute";

    /** That of a Llama. */
    public static final KernelText LLAMA = new KernelText(
            Map.ofEntries(
                    Map.entry("norm", "rms"),
                    Map.entry("matrix", "rows"),
                    Map.entry("adapter", "none"),
                    Map.entry("qkv", "separate"),
                    Map.entry("head-norm", "none"),
                    Map.entry("output", "plain"),
                    Map.entry("look", "fused"),
                    Map.entry("window", "none"),
                    Map.entry("feed-forward", "gated"),
                    Map.entry("activation", "silu"),
                    Map.entry("layer", "norm-before"),
                    Map.entry("asked", "plain"),
                    Map.entry("final", "plain"),
                    Map.entry("scores", "plain"),
                    Map.entry("own", "plain"),
                    Map.entry("add-product", "plain"),
                    Map.entry("placed", "plain"),
                    Map.entry("rotary", "halves"),
                    Map.entry("embedded", "plain")),
            List.of("attention_norm", "q", "k", "v", "output", "feed_norm", "gate", "up", "down"),
            Map.of(COMPUTE, NumberType.F32.code()));

    private static final String ROOT = "/hydra/kernels/";
    private static final String ENDING = ".ts.py";
    private static final Pattern PLACE = Pattern.compile("(?m)^#part ([a-z-]+)\\R");
    private static final Pattern NUMBER = Pattern.compile("@([a-z_]+)");
    private static final String WEIGHTS = "weights";
    private static final String BESIDE = "_beside_";

    public KernelText {
        parts = Map.copyOf(new TreeMap<>(parts));
        weights = List.copyOf(weights);
        numbers = Map.copyOf(new TreeMap<>(numbers));
    }

    /**
     * That of the same models with something learnt beside the matrices of their layers.
     *
     * @param part what
     * @param tensors of each matrix beside it
     * @param scale what it is multiplied by
     */
    public KernelText withAdapter(String part, List<String> matrices, int tensors, double scale) {
        Map<String, String> more = new HashMap<>(parts);
        more.put("adapter", part);
        List<String> all = new ArrayList<>(weights);
        for (String matrix : matrices) {
            for (int i = 0; i < tensors; i++) {
                all.add(matrix + BESIDE + i);
            }
        }
        Map<String, Number> further = new HashMap<>(numbers);
        further.put("adapter_scale", scale);
        return new KernelText(more, all, further);
    }

    /** The whole text. */
    String assemble() {
        String frame = PLACE.matcher(read("decoder")).replaceAll(place -> Matcher.quoteReplacement(part(place.group(1))));
        Map<String, String> values = new LinkedHashMap<>();
        values.put(WEIGHTS, String.valueOf(weights.size()));
        for (int place = 0; place < weights.size(); place++) {
            values.put(weights.get(place), String.valueOf(place));
        }
        values.put("adapter_places", weights.stream().map(name -> "" + weights.indexOf(name + BESIDE + 0)).collect(Collectors.joining(", ")));
        numbers.forEach((name, number) -> values.put(name, number.toString()));
        return NUMBER.matcher(withoutComments(frame)).replaceAll(number -> value(values, number.group(1)));
    }

    private String part(String place) {
        String name = parts.get(place);
        if (name == null) {
            throw new IllegalStateException("nothing is said of the kernel's part " + place);
        }
        return read(place + "/" + name);
    }

    /** What is explained is for readers, and names what a model may not have. */
    private static String withoutComments(String text) {
        return text.replaceAll("(?m)^ *#.*\\R", "");
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("a part of the kernel asks for " + name + ", which these models have not");
        }
        return value;
    }

    private static String read(String name) {
        try (InputStream in = KernelText.class.getResourceAsStream(ROOT + name + ENDING)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + ROOT + name + ENDING + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program's own " + name + " cannot be read", e);
        }
    }
}
