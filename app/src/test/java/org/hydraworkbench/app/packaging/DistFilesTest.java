package org.hydraworkbench.app.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistFilesTest {

    private static final Map<String, String> SOUND = new TreeMap<>(Map.of(
            "javafx-graphics-26.0.2-linux.jar", "libprism_sw.so",
            "pytorch-native-cpu-2.7.1-linux-x86_64.jar", "pytorch/cpu/linux-x86_64/libtorch_cpu.so",
            "pytorch-jni-2.7.1-0.36.0.jar", "jnilib/linux-x86_64/cpu/libdjl_torch.so",
            "tokenizers-0.36.0.jar", "native/lib/linux-x86_64/cpu/libtokenizers.so"));

    @TempDir
    Path lib;

    @Test
    void takesWhatTheBuildNames() throws Exception {
        SOUND.forEach(this::jar);
        assertThat(DistFiles.faults(lib, "linux-x86_64", SOUND.keySet())).isEmpty();
    }

    @Test
    void namesWhatIsTooMuchOrMissing() throws Exception {
        SOUND.forEach(this::jar);
        jar("hydra-engine-0.0.9.jar", "old");
        Set<String> named = new TreeSet<>(SOUND.keySet());
        named.add("gson.jar");
        assertThat(DistFiles.faults(lib, "linux-x86_64", named))
                .containsExactly("hydra-engine-0.0.9.jar is there, but the build does not name it", "gson.jar is missing");
    }

    @Test
    void namesWhatIsForAnotherPlatform() throws Exception {
        SOUND.forEach(this::jar);
        assertThat(DistFiles.faults(lib, "osx-aarch64", SOUND.keySet())).hasSize(6).anyMatch(line -> line.contains("is for linux-x86_64"));
        assertThat(DistFiles.faults(lib, "linux-aarch64", SOUND.keySet())).hasSize(6);
    }

    private void jar(String name, String entry) {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(lib.resolve(name)))) {
            zip.putNextEntry(new ZipEntry(entry));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
