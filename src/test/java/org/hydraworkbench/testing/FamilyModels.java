package org.hydraworkbench.testing;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;

/** Small random models of every family, with what transformers computes with them ({@code families_golden.py}). */
public final class FamilyModels {

    private static final String ROOT = "/org/hydraworkbench/model/families";

    private FamilyModels() {}

    /**
     * What transformers says of a text.
     *
     * @param ids its tokens
     * @param logits after each of them
     * @param stepwise the same where they are read one by one
     * @param continued after the last where the first seven are read before the others
     * @param nll its loss without the first token, in nats
     * @param gradients the norm of that loss's gradient with respect to each tensor of the file
     */
    public record Expected(int[] ids, float[][] logits, float[][] stepwise, float[] continued, double nll, Map<String, Double> gradients) {}

    /** The names of their folders. */
    public static List<String> names() throws HydraException {
        return Folders.list(TestModels.resource(ROOT)).stream().map(folder -> String.valueOf(folder.getFileName())).sorted().toList();
    }

    /** A folder with {@code config.json} and weights. */
    public static Path folder(String name) {
        return TestModels.resource(ROOT).resolve(name);
    }

    public static Expected expected(String name) throws IOException {
        Expected read = new Gson().fromJson(Files.readString(folder(name).resolve("golden.json")), Expected.class);
        float[][] stepwise = read.stepwise == null ? read.logits : read.stepwise;
        float[] continued = read.continued == null ? read.logits[read.logits.length - 1] : read.continued;
        return new Expected(read.ids, read.logits, stepwise, continued, read.nll, new TreeMap<>(read.gradients));
    }
}
