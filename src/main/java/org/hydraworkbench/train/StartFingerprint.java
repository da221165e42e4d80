package org.hydraworkbench.train;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.TreeSet;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.hydra.HydraManifest;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.SafetensorsFile;
import org.hydraworkbench.weights.TensorSource;

/**
 * Tells what a run begins with from anything else, without reading all of it: the configuration, and of every tensor its name, type,
 * shape and some bytes. The vocabulary shows in the data already. The same model in another place is the same.
 */
final class StartFingerprint {

    /** At the beginning, in the middle and at the end of each tensor. */
    private static final int SAMPLE_BYTES = 256;

    private StartFingerprint() {}

    static String of(TrainStart start) throws HydraException {
        MessageDigest digest = Hashes.sha256();
        switch (start) {
            case TrainStart.Model model -> addModel(model.folder(), digest);
            case TrainStart.Fresh fresh -> add(Hashes.of(fresh.config()), digest);
            case TrainStart.Hydra hydra -> {
                addModel(HydraManifest.body(hydra.folder()), digest);
                List<LanguageTag> languages = HydraManifest.read(hydra.folder()).languages();
                for (LanguageTag language : languages) {
                    add(language.toString(), digest);
                    try (SafetensorsFile tables = SafetensorsFile.open(HydraManifest.tables(hydra.folder(), language))) {
                        add(tables, digest);
                    }
                }
            }
        }
        return Hashes.hex(digest.digest());
    }

    private static void addModel(Path folder, MessageDigest digest) throws HydraException {
        PretrainedFolder model = PretrainedFolder.open(folder);
        add(Hashes.of(model.configFile().origin()), digest);
        try (ModelWeights weights = model.weights()) {
            add(weights, digest);
        }
    }

    private static void add(TensorSource tensors, MessageDigest digest) throws HydraException {
        for (String name : new TreeSet<>(tensors.names())) {
            add(tensors.info(name).toString(), digest);
            tensors.read(name, bytes -> {
                long last = Math.max(0, bytes.byteSize() - SAMPLE_BYTES);
                for (long from : new long[] {0, last / 2, last}) {
                    digest.update(bytes.asSlice(from, Math.min(SAMPLE_BYTES, bytes.byteSize() - from)).asByteBuffer());
                }
                return bytes;
            });
        }
    }

    private static void add(String text, MessageDigest digest) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
