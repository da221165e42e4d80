package org.hydraworkbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.model.runtime.TensorRuntime;

/**
 * What a large model takes: opening it, a new vocabulary beside {@code cp} (and {@code sync}, as what this program writes is on the disk when it says
 * so), one token. Run the main class with
 *
 * <pre>MODEL TOKENIZER [RUNS]</pre>
 *
 * <p>The model's own tokenizer must be beside it; its weights may be random. There must be room for it once more on the same disk.
 */
public final class LargeModelBench {

    private LargeModelBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, HydraException {
        if (arguments.length < 2) {
            System.err.println("MODEL TOKENIZER [RUNS]");
            System.exit(2);
        }
        Path model = Path.of(arguments[0]).toAbsolutePath();
        int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        long bytes = 0;
        for (Path each : Folders.list(model)) {
            bytes += Files.size(each);
        }
        System.out.printf(Locale.ROOT, "%.2f GB%n", bytes / 1e9);
        try (TensorRuntime runtime = TensorRuntime.open(RuntimeOptions.defaults())) {
            for (int run = 0; run < runs; run++) {
                long start = System.nanoTime();
                Decoder.load(runtime, model, Progress.none()).close();
                System.out.printf(Locale.ROOT, "  opened in %.2f s%n", (System.nanoTime() - start) / 1e9);
            }
        }
        ProcessCost token = ProcessCost.measure(
                "one token", ProcessCost.hydra("generate", "--model", model.toString(), "--prompt", "The", "--max-tokens", "1"));
        System.out.printf(Locale.ROOT, "one token: memory / file %.2f%n", token.kilobytes() * 1024.0 / bytes);
        Path copy = model.resolveSibling("large-model-bench-copy");
        Path made = model.resolveSibling("large-model-bench-init");
        List<ProcessCost> copies = new ArrayList<>();
        List<ProcessCost> inits = new ArrayList<>();
        try {
            for (int run = 0; run < runs; run++) {
                Folders.delete(copy);
                Folders.delete(made);
                copies.add(ProcessCost.measure("cp, sync", List.of("sh", "-c", "cp -r \"$0\" \"$1\" && sync", model.toString(), copy.toString())));
                Folders.delete(copy);
                inits.add(ProcessCost.measure(
                        "init",
                        ProcessCost.hydra("init", "--model", model.toString(), "--tokenizer", arguments[1], "--method", "mean", "--out", made.toString())));
            }
        } finally {
            Folders.delete(copy);
            Folders.delete(made);
        }
        ProcessCost ours = ProcessCost.median(inits);
        System.out.printf(
                Locale.ROOT, "init / cp: time %.2f, memory %d MB%n", ours.seconds() / ProcessCost.median(copies).seconds(), ours.kilobytes() >> 10);
    }
}
