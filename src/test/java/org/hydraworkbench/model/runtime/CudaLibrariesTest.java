package org.hydraworkbench.model.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching, of a server on this machine that has small packages of the same make. */
class CudaLibrariesTest {

    private static final String TORCH = "torch-2.7.1+cu128-cp310-cp310-manylinux_2_28_x86_64.whl";
    private static final String CUDART = "nvidia_cuda_runtime_cu12-12.8.57-py3-none-manylinux2014_x86_64.whl";

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, byte[]> pages = new HashMap<>();
    private final HttpServer server;

    CudaLibrariesTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() throws Exception {
        server.createContext("/", exchange -> {
            byte[] page = pages.get(exchange.getRequestURI().getRawPath());
            exchange.sendResponseHeaders(page == null ? 404 : 200, page == null ? -1 : page.length);
            if (page != null) {
                exchange.getResponseBody().write(page);
            }
            exchange.close();
        });
        server.start();
        byte[] torch = wheel("torch/lib/libtorch.so", "torch/lib/libtorch_cuda.so", "torch/lib/libtorch_python.so", "torch/lib/libgomp-a1.so.1",
                "torch/__init__.py", "torch/lib/../../../evil.so", "torch/bin/protoc");
        byte[] cudart = wheel("nvidia/cuda_runtime/lib/libcudart.so.12", "nvidia/cuda_runtime/include/cuda.h");
        publish("/torch/", TORCH, "/files/" + TORCH.replace("+", "%2B"), torch, Hashes.hex(Hashes.sha256().digest(torch)));
        publish("/nvidia/", CUDART, "../files/" + CUDART, cudart, Hashes.hex(Hashes.sha256().digest(cudart)));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void publish(String index, String file, String link, byte[] content, String sum) {
        String html = "<html><a href=\"/files/other-1.0.whl#sha256=" + "0".repeat(64) + "\">other</a>\n<a href=\"" + link + (sum.isEmpty() ? "" : "#sha256=" + sum)
                + "\" data-requires-python=\"&gt;=3.9\">" + file + "</a></html>";
        pages.put(index, html.getBytes(StandardCharsets.UTF_8));
        pages.put("/files/" + file.replace("+", "%2B"), content);
    }

    private static byte[] wheel(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(("library " + name).repeat(50).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private JsonObject one(String index, String file) {
        JsonObject one = new JsonObject();
        one.addProperty("index", "http://localhost:" + server.getAddress().getPort() + index);
        one.addProperty("file", file);
        one.addProperty("bytes", pages.get("/files/" + file.replace("+", "%2B")).length);
        return one;
    }

    private CudaLibraries libraries() {
        JsonArray packages = new JsonArray();
        JsonObject torch = one("/torch/", TORCH);
        torch.addProperty("sha256", Hashes.hex(Hashes.sha256().digest(pages.get("/files/" + TORCH.replace("+", "%2B")))));
        packages.add(torch);
        packages.add(one("/nvidia/", CUDART));
        JsonObject system = new JsonObject();
        system.addProperty("driver", 525);
        system.add("packages", packages);
        JsonObject build = CudaLibraries.build();
        build.getAsJsonObject("systems").add("tried", system);
        return new CudaLibraries(build, "tried", folder.resolve("libraries"));
    }

    private void refuses(CudaLibraries libraries, String sentence) throws IOException {
        assertThatThrownBy(() -> libraries.fetch(Progress.none())).isInstanceOf(ResourceException.class).hasMessageContaining(sentence);
        assertThat(libraries.isPresent()).isFalse();
        assertThat(left()).isEmpty();
    }

    private List<String> left() throws IOException {
        Path where = folder.resolve("libraries");
        try (Stream<Path> files = Files.walk(where)) {
            return files.filter(Files::isRegularFile).map(file -> where.relativize(file).toString().replace('\\', '/')).sorted().toList();
        }
    }

    @Test
    void librariesAreTakenAndNothingElse() throws Exception {
        CudaLibraries libraries = libraries();
        assertThat(libraries.isPresent()).isFalse();
        libraries.fetch(Progress.none());
        assertThat(libraries.isPresent()).isTrue();
        String root = "pytorch-2.7.1-cu128-tried/";
        assertThat(left()).containsExactly(
                root + "nvidia/cuda_runtime/lib/libcudart.so.12", root + "torch/lib/libgomp-a1.so.1", root + "torch/lib/libtorch.so", root + "torch/lib/libtorch_cuda.so");
        assertThat(libraries.folder().resolve("torch/lib/libtorch.so")).hasContent("library torch/lib/libtorch.so".repeat(50));
        pages.clear();
        libraries.fetch(Progress.none()); // they are there, so nobody is asked
    }

    @Test
    void whatIsDamagedIsNotKept() throws Exception {
        CudaLibraries libraries = libraries();
        pages.get("/files/" + CUDART)[60] ^= 1;
        refuses(libraries, "damaged");
    }

    @Test
    void aFileThatIsCutShortIsNotKept() throws Exception {
        CudaLibraries libraries = libraries();
        byte[] whole = pages.get("/files/" + CUDART);
        pages.put("/files/" + CUDART, Arrays.copyOf(whole, whole.length / 2));
        refuses(libraries, "damaged");
    }

    @Test
    void anotherFileWithASumOfItsOwnIsNotTheOneThatIsKnown() throws Exception {
        CudaLibraries libraries = libraries();
        byte[] other = pages.get("/files/" + TORCH.replace("+", "%2B")).clone();
        other[60] ^= 1;
        publish("/torch/", TORCH, "/files/" + TORCH.replace("+", "%2B"), other, Hashes.hex(Hashes.sha256().digest(other)));
        refuses(libraries, "another file");
    }

    @Test
    void whatHasNoSumIsNotFetched() throws Exception {
        CudaLibraries libraries = libraries();
        publish("/nvidia/", CUDART, "/files/" + CUDART, pages.get("/files/" + CUDART), "");
        refuses(libraries, "cannot be checked");
    }

    @Test
    void aVersionThatIsNotThereAnyMoreIsTold() throws Exception {
        CudaLibraries libraries = libraries();
        pages.put("/nvidia/", "<a href=\"nvidia_cuda_runtime_cu12-13.0-py3-none-any.whl\">newer</a>".getBytes(StandardCharsets.UTF_8));
        refuses(libraries, "the version that this program is made for");
    }

    @Test
    void aFileThatIsGoneIsTold() throws Exception {
        CudaLibraries libraries = libraries();
        pages.remove("/files/" + CUDART);
        refuses(libraries, "the server answers 404");
    }

    @Test
    void withoutNetworkItIsOneSentence() throws Exception {
        CudaLibraries libraries = libraries();
        server.stop(0);
        refuses(libraries, "localhost cannot be reached");
    }

    @Test
    void oneThatIsCancelledLeavesNothing() throws Exception {
        CudaLibraries libraries = libraries();
        assertThatThrownBy(() -> libraries.fetch(new Cancelled())).isInstanceOf(CancelledException.class);
        assertThat(libraries.isPresent()).isFalse();
        assertThat(left()).isEmpty();
    }

    private static final class Cancelled implements Progress {
        @Override
        public void update(long done, long total) {}

        @Override
        public void message(String text) {}

        @Override
        public void log(String line) {}

        @Override
        public boolean isCancelled() {
            return true;
        }
    }

    @Test
    void devicesAreWhatTheDriverSays() throws HydraException {
        List<Devices.Gpu> gpus = Devices.read("NVIDIA GeForce RTX 4090, 24564, 23900, 550.54.14\nTesla K80, 11441, 11440, 470.82.01\nNo devices were found\n");
        assertThat(gpus).extracting(Devices.Gpu::driverNumber).containsExactly(550, 470);
        assertThat(Devices.cuda(Optional.of(gpus), Optional.of(libraries())))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("CUDA: NVIDIA GeForce RTX 4090, 24564 MiB, 23900 MiB free, driver 550.54.14"),
                        line -> assertThat(line).endsWith("driver 470.82.01, which is too old: 525 or later is needed"),
                        line -> assertThat(line).startsWith("CUDA libraries: PyTorch 2.7.1 for CUDA 12.8 is not there"));
        assertThat(Devices.cuda(Optional.empty(), Optional.of(libraries())).getFirst()).contains("no driver of NVIDIA's");
        assertThat(Devices.cuda(Optional.empty(), Optional.empty())).hasSize(1);
        assertThat(Devices.describe().getFirst()).startsWith("Processor: ").contains(" cores");
    }

    @Test
    void thePublishedFilesAreThoseOfTheVersionThatThisProgramLoads() throws HydraException {
        JsonObject build = CudaLibraries.build();
        assertThat(TestModels.runtime().describe()).startsWith("PyTorch " + build.get("pytorch").getAsString() + " ");
        for (String system : build.getAsJsonObject("systems").keySet()) {
            CudaLibraries libraries = new CudaLibraries(build, system, folder);
            assertThat(libraries.bytes()).isBetween(1L << 30, 8L << 30);
            assertThat(build.getAsJsonObject("systems").getAsJsonObject(system).getAsJsonArray("packages").get(0).getAsJsonObject().get("file").getAsString())
                    .startsWith("torch-" + build.get("pytorch").getAsString() + "+" + build.get("flavor").getAsString() + "-");
        }
    }

    @Test
    void librariesOfAnotherVersionAreRefusedBeforeTheyAreLoaded() throws Exception {
        Path lib = Files.createDirectories(folder.resolve("torch/lib"));
        Path version = Files.writeString(folder.resolve("torch/version.py"), "__version__ = '2.6.0+cu124'\n");
        assertThatThrownBy(() -> CudaLibraries.requireVersion(lib.toString()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("PyTorch 2.6.0")
                .hasMessageContaining("2.7.1");
        Files.writeString(version, "__version__ = '2.7.1+cu128'\n");
        CudaLibraries.requireVersion(lib.toString());
        CudaLibraries.requireVersion(null);
    }
}
