package org.hydraworkbench.model.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.hydraworkbench.base.AtomicFolder;
import org.hydraworkbench.base.Download;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.NativeLibraries;
import org.hydraworkbench.base.PartProgress;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * PyTorch's libraries for CUDA, of the version that DJL's own library is made for; the program comes with those for the processor only. They are
 * fetched when a person asks for it, as the packages that PyTorch and NVIDIA publish for Python ({@code cuda-build.json} names them), of which
 * the libraries are taken and nothing is run. The sum of each file is the one that is named there, or else the one in the publisher's index.
 *
 * <p>DJL looks for libraries where {@code PYTORCH_LIBRARY_PATH} says, an environment variable or system property, and believes the version and
 * flavour that {@code PYTORCH_VERSION} and {@code PYTORCH_FLAVOR} claim, by which it chooses its own library; {@link #use} sets all
 * three. The layout of the packages is kept, since PyTorch's libraries look for NVIDIA's by their place.
 */
public final class CudaLibraries {

    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"#]+)(?:#sha256=([0-9a-f]{64}))?[^\"]*\"");
    private static final Pattern LIBRARY = Pattern.compile("(torch|nvidia/\\w+)/(lib|bin)/[\\w.+-]+\\.(so(\\.\\d+)*|dll)");
    private static final Pattern OF_PYTHON = Pattern.compile(".*/(lib)?(torch_python|shm)\\.\\w+");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    /** How much more room libraries take than the packages that they come in, the largest of which lies beside them for a while. */
    private static final int TIMES_ON_DISK = 2;

    private final String pytorch;
    private final String flavor;
    private final String system;
    private final int leastDriver;
    private final List<Package> packages;
    private final Path folder;

    /**
     * A file that libraries are taken of.
     *
     * @param index a page whose links are the publisher's files, with their sums (PEP 503)
     * @param sha256 its sum, where that is known beforehand
     */
    private record Package(URI index, String file, long bytes, @Nullable String sha256) {}

    /** Of a description as in {@code cuda-build.json}, in a folder for such libraries. */
    CudaLibraries(JsonObject build, String system, Path where) {
        this.pytorch = build.get("pytorch").getAsString();
        this.flavor = build.get("flavor").getAsString();
        this.system = system;
        JsonObject own = build.getAsJsonObject("systems").getAsJsonObject(system);
        this.leastDriver = own.get("driver").getAsInt();
        List<Package> all = new ArrayList<>();
        for (JsonElement each : own.getAsJsonArray("packages")) {
            JsonObject one = each.getAsJsonObject();
            all.add(new Package(
                    URI.create(one.get("index").getAsString()),
                    one.get("file").getAsString(),
                    one.get("bytes").getAsLong(),
                    one.has("sha256") ? one.get("sha256").getAsString() : null));
        }
        this.packages = List.copyOf(all);
        this.folder = where.resolve("pytorch-" + pytorch + "-" + flavor + "-" + system);
    }

    /** Those for this machine; none where there are none for its system. */
    public static Optional<CudaLibraries> ofThisMachine() throws ResourceException {
        JsonObject build = build();
        String system = system(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        Path where = NativeLibraries.ofDjl().resolve("hydra-workbench");
        return build.getAsJsonObject("systems").has(system) ? Optional.of(new CudaLibraries(build, system, where)) : Optional.empty();
    }

    static JsonObject build() {
        try (InputStream in = Objects.requireNonNull(CudaLibraries.class.getResourceAsStream("cuda-build.json"))) {
            return Json.own(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the program's own cuda-build.json cannot be read", e);
        }
    }

    private static String system(String name, String architecture) {
        String lower = name.toLowerCase(Locale.ROOT);
        String os = lower.startsWith("win") ? "win" : lower.startsWith("mac") ? "osx" : "linux";
        return os + "-" + (architecture.equals("amd64") ? "x86_64" : architecture);
    }

    /** Whether they were fetched. A folder that is there is whole. */
    public boolean isPresent() {
        return Files.isDirectory(folder);
    }

    /** PyTorch's version and that of CUDA, for example {@code PyTorch 2.7.1 for CUDA 12.8}. */
    public String version() {
        return "PyTorch " + pytorch + " for CUDA " + flavor.substring(2, 4) + "." + flavor.substring(4);
    }

    /** How much there is to be fetched. */
    public long bytes() {
        return packages.stream().mapToLong(Package::bytes).sum();
    }

    /** The first number of the oldest driver of NVIDIA's that they run with. */
    int leastDriver() {
        return leastDriver;
    }

    Path folder() {
        return folder;
    }

    /** Has DJL load them; to be called before it loads any. */
    void use() {
        System.setProperty("PYTORCH_LIBRARY_PATH", folder.resolve("torch/lib").toString());
        System.setProperty("PYTORCH_VERSION", pytorch);
        System.setProperty("PYTORCH_FLAVOR", flavor);
        System.setProperty("jna.library.path", folder.resolve("nvidia/cuda_runtime/lib").toString());
    }

    /**
     * Refuses libraries of a person's own that are of another version, which would end the process: PyTorch tells its version in a file beside them.
     *
     * @param own where they lie; null for nowhere
     */
    static void requireVersion(@Nullable String own) throws UsageException {
        String wanted = build().get("pytorch").getAsString();
        for (String each : own == null || own.isEmpty() ? new String[0] : own.split(File.pathSeparator)) {
            for (String told : List.of("../build-version", "../version.py")) {
                Path file = Path.of(each).resolve(told);
                try {
                    Matcher version = VERSION.matcher(Files.isRegularFile(file) ? Files.readString(file) : "");
                    if (version.find() && !version.group().equals(wanted)) {
                        throw new UsageException("PYTORCH_LIBRARY_PATH names PyTorch " + version.group() + ", but this program needs " + wanted
                                + "; take the variable away, or name that version.");
                    }
                } catch (IOException e) {
                    throw new UsageException("PYTORCH_LIBRARY_PATH: " + file + " cannot be read (" + Reasons.of(e) + ").", e);
                }
            }
        }
    }

    /**
     * Fetches them; all of them appear, or nothing.
     *
     * @throws ResourceException in one sentence, when the network or the disk fails, or what came is not what was published
     */
    public void fetch(Progress progress) throws HydraException {
        if (isPresent()) {
            progress.message(version() + " is there already");
            return;
        }
        if (!NativeLibraries.lasts(folder)) {
            throw new ResourceException("There is no folder of your own where libraries could stay; name one with DJL_CACHE_DIR.");
        }
        Folders.create(Objects.requireNonNull(folder.getParent()));
        long room = Objects.requireNonNull(folder.getParent()).toFile().getUsableSpace();
        if (room < bytes() * TIMES_ON_DISK) {
            throw new ResourceException(folder.getParent() + ": " + (bytes() * TIMES_ON_DISK >> 20) + " MiB are needed there, and " + (room >> 20)
                    + " MiB are free; free some disk space.");
        }
        AtomicFolder.write(folder, made -> {
            long before = 0;
            for (Package each : packages) {
                progress.message("Fetching " + each.file);
                double whole = bytes();
                take(each, made, new PartProgress(progress, before / whole, (before + each.bytes) / whole));
                before += each.bytes;
            }
        });
    }

    private static void take(Package one, Path into, Progress progress) throws HydraException {
        Link link = link(one);
        Path file = into.resolve(one.file);
        Download.file(link.to, file, one.bytes, link.sha256, progress);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            boolean any = false;
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (LIBRARY.matcher(entry.getName()).matches() && !OF_PYTHON.matcher(entry.getName()).matches()) {
                    progress.checkCancelled();
                    Path to = into.resolve(entry.getName());
                    Folders.create(Objects.requireNonNull(to.getParent()));
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, to);
                    }
                    any = true;
                }
            }
            if (!any) {
                throw new ResourceException(one.file + ": there is no library in it; nothing of it is kept.");
            }
            Files.delete(file);
        } catch (IOException e) {
            throw ResourceException.in(file, "cannot be unpacked", e);
        }
    }

    /** Where a file is and what its sum is. */
    private record Link(URI to, String sha256) {}

    private static Link link(Package one) throws ResourceException {
        Matcher link = LINK.matcher(Download.text(one.index));
        while (link.find()) {
            String to = link.group(1);
            if (URLDecoder.decode(to.substring(to.lastIndexOf('/') + 1).replace("+", "%2B"), StandardCharsets.UTF_8).equals(one.file)) {
                String sum = one.sha256 == null ? link.group(2) : one.sha256;
                if (sum == null) {
                    throw new ResourceException(one.index + ": no sum of " + one.file + " is published, so it cannot be checked and is not fetched.");
                }
                return new Link(one.index.resolve(to), sum);
            }
        }
        throw new ResourceException(one.index + ": has no " + one.file + " any more, the version that this program is made for; see whether there is a newer program.");
    }
}
