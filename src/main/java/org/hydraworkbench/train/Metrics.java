package org.hydraworkbench.train;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;

/**
 * What one step showed.
 *
 * @param step its number, from 1
 * @param loss mean negative log-likelihood of the predicted tokens, in nats
 * @param learningRate the rate of this step
 * @param tokensPerSecond tokens read in a second, of this step alone
 * @param seconds since the run began, time before a resume included
 * @param gradientNorm before clipping
 * @param bitsPerByte of what is held out, after this step, where it was measured
 * @param samples what the model wrote after this step, where it was asked to
 */
public record Metrics(
        long step,
        double loss,
        double learningRate,
        double tokensPerSecond,
        double seconds,
        double gradientNorm,
        OptionalDouble bitsPerByte,
        List<Sample> samples) {

    public Metrics {
        samples = List.copyOf(samples);
    }

    /** A step after which the model was not asked to write. */
    public Metrics(
            long step, double loss, double learningRate, double tokensPerSecond, double seconds, double gradientNorm, OptionalDouble bitsPerByte) {
        this(step, loss, learningRate, tokensPerSecond, seconds, gradientNorm, bitsPerByte, List.of());
    }

    /** The same, measured. */
    Metrics withBitsPerByte(OptionalDouble value) {
        return new Metrics(step, loss, learningRate, tokensPerSecond, seconds, gradientNorm, value, samples);
    }

    /** The same, with what the model wrote. */
    Metrics withSamples(List<Sample> value) {
        return new Metrics(step, loss, learningRate, tokensPerSecond, seconds, gradientNorm, bitsPerByte, value);
    }

    /** One line of JSON. */
    public String toJson() {
        JsonObject object = new JsonObject();
        object.addProperty("step", step);
        object.addProperty("loss", loss);
        object.addProperty("lr", learningRate);
        object.addProperty("tokens_per_s", tokensPerSecond);
        object.addProperty("seconds", seconds);
        object.addProperty("grad_norm", gradientNorm);
        bitsPerByte.ifPresent(value -> object.addProperty("bits_per_byte", value));
        if (!samples.isEmpty()) {
            JsonArray written = new JsonArray();
            samples.forEach(sample -> written.add(sample.json()));
            object.add("samples", written);
        }
        return object.toString();
    }

    /** Reads a line of {@link #toJson}; empty when it is something else, such as the torn last line of a killed run. */
    public static Optional<Metrics> parse(String line) {
        try {
            JsonObject object = Json.parseObject(line);
            return Optional.of(new Metrics(
                    object.get("step").getAsLong(),
                    object.get("loss").getAsDouble(),
                    object.get("lr").getAsDouble(),
                    object.get("tokens_per_s").getAsDouble(),
                    object.get("seconds").getAsDouble(),
                    object.get("grad_norm").getAsDouble(),
                    object.has("bits_per_byte")
                            ? OptionalDouble.of(object.get("bits_per_byte").getAsDouble())
                            : OptionalDouble.empty(),
                    samples(JsonFields.of(object))));
        } catch (InputException | IllegalStateException | NullPointerException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static List<Sample> samples(JsonFields step) throws InputException {
        List<Sample> samples = new ArrayList<>();
        for (JsonFields sample : step.objects("samples")) {
            samples.add(Sample.of(sample));
        }
        return samples;
    }
}
