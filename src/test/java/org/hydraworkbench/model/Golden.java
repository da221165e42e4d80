package org.hydraworkbench.model;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.hydraworkbench.testing.TestModels;

/** What transformers computed; written by {@code src/test/oracle/model_golden.py}. */
final class Golden {

    static final class Beams {
        int[][] ids = {};
        double[] scores = {};
    }

    int[][] documents = {};
    double[] nll = {};
    double total;
    int[] longDocument = {};
    double longNll;
    int[] logitsOf = {};
    float[] firstLogits = {};
    float[] lastLogits = {};
    int[] prompt = {};
    int[] greedy = {};
    int[] penalised = {};
    Beams beam = new Beams();

    @SerializedName("beamSum")
    Beams summed = new Beams();

    static Golden read(String model) throws IOException {
        try (var in = new GZIPInputStream(
                Files.newInputStream(TestModels.resource("/org/hydraworkbench/model/" + model + ".golden.json.gz")))) {
            return new Gson().fromJson(new InputStreamReader(in, StandardCharsets.UTF_8), Golden.class);
        }
    }
}
