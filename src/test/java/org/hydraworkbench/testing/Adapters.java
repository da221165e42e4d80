package org.hydraworkbench.testing;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;

/** Adapters beside some {@link FamilyModels}, as peft writes them, with what it computes with them ({@code adapter_golden.py}). */
public final class Adapters {

    private static final String ROOT = "/org/hydraworkbench/model/adapters";

    private Adapters() {}

    /**
     * What peft says of a text.
     *
     * @param base the model
     * @param ids tokens of the text
     * @param nll its loss without the first token, in nats
     * @param logits after each token
     * @param gradients the norm of that loss's gradient with respect to each tensor of the adapter
     */
    public record Expected(String base, int[] ids, double nll, float[][] logits, Map<String, Double> gradients) {}

    /** The names of their folders. */
    public static List<String> names() throws HydraException {
        return Folders.list(TestModels.resource(ROOT)).stream().map(folder -> String.valueOf(folder.getFileName())).sorted().toList();
    }

    public static Path folder(String name) {
        return TestModels.resource(ROOT).resolve(name);
    }

    public static Expected expected(String name) throws IOException {
        return new Gson().fromJson(Files.readString(folder(name).resolve("golden.json")), Expected.class);
    }
}
