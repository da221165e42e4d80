package org.hydraworkbench.model.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.base.MachineMemory;
import org.hydraworkbench.base.ResourceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this machine can compute with, asked of the system and of NVIDIA's driver; no library of PyTorch's is loaded for it. */
public final class Devices {

    private static final Logger LOG = LoggerFactory.getLogger(Devices.class);

    private static final Pattern NAME = Pattern.compile("(?m)^model name\\s*:\\s*(.+)$");
    private static final int SECONDS = 10;

    private Devices() {}

    /**
     * A graphics card of NVIDIA's, as its driver tells.
     *
     * @param memory all it has, MiB
     * @param free of it, MiB
     * @param driver its version, for example {@code 550.54.14}
     */
    record Gpu(String name, long memory, long free, String driver) {

        int driverNumber() {
            Matcher first = Pattern.compile("\\d+").matcher(driver);
            return first.lookingAt() && first.group().length() < 6 ? Integer.parseInt(first.group()) : 0;
        }

        @Override
        public String toString() {
            return name + ", " + memory + " MiB, " + free + " MiB free, driver " + driver;
        }
    }

    /** All in lines for a person: the processor, each CUDA device or why there is none, and PyTorch's libraries for them. */
    public static List<String> describe() throws ResourceException {
        List<String> lines = new ArrayList<>();
        lines.add(processor());
        Optional<List<Gpu>> found = gpus();
        lines.addAll(cuda(found, CudaLibraries.ofThisMachine()));
        return lines;
    }

    private static String processor() {
        String bfloat16 = Processor.multipliesBfloat16() ? "fast at bfloat16" : "not fast at bfloat16";
        return "Processor: " + processorName() + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
                + memory() + bfloat16;
    }

    private static String memory() {
        OptionalLong bytes = MachineMemory.total();
        return bytes.isPresent() ? (bytes.getAsLong() >> 20) + " MiB, " : "";
    }

    private static String processorName() {
        Path file = Path.of("/proc/cpuinfo");
        try {
            Matcher name = NAME.matcher(Files.isReadable(file) ? Files.readString(file) : "");
            if (name.find()) {
                return name.group(1).strip();
            }
        } catch (IOException e) {
            LOG.debug("the processor's name is not known", e);
        }
        String windows = System.getenv("PROCESSOR_IDENTIFIER");
        return windows == null ? System.getProperty("os.arch", "") : windows;
    }

    /** What is to be said of CUDA. */
    static List<String> cuda(Optional<List<Gpu>> found, Optional<CudaLibraries> build) {
        List<String> lines = new ArrayList<>();
        if (build.isEmpty()) {
            return List.of("CUDA: no libraries are published for this system, so the processor computes");
        }
        CudaLibraries libraries = build.get();
        if (found.isEmpty()) {
            lines.add("CUDA: no device, since there is no driver of NVIDIA's here");
        } else if (found.get().isEmpty()) {
            lines.add("CUDA: no device, though there is a driver of NVIDIA's");
        } else {
            for (Gpu gpu : found.get()) {
                boolean old = gpu.driverNumber() < libraries.leastDriver();
                lines.add("CUDA: " + gpu + (old ? ", which is too old: " + libraries.leastDriver() + " or later is needed" : ""));
            }
        }
        lines.add("CUDA libraries: " + libraries.version()
                + (libraries.isPresent() ? " is there" : " is not there; " + (libraries.bytes() >> 20) + " MiB would be fetched"));
        return lines;
    }

    /** Whether the libraries for CUDA are there, and a device and driver that they run with. */
    static boolean canUse(CudaLibraries libraries) {
        return libraries.isPresent()
                && gpus().orElse(List.of()).stream().anyMatch(gpu -> gpu.driverNumber() >= libraries.leastDriver());
    }

    /** NVIDIA's devices; none at all where no driver answers. */
    static Optional<List<Gpu>> gpus() {
        Process process;
        try {
            process = new ProcessBuilder("nvidia-smi", "--query-gpu=name,memory.total,memory.free,driver_version", "--format=csv,noheader,nounits")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            LOG.debug("no driver of NVIDIA's", e);
            return Optional.empty();
        }
        try {
            if (process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return Optional.of(read(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            LOG.debug("NVIDIA's driver does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroy();
        }
        return Optional.empty();
    }

    /** Of the lines that the driver's program prints. */
    static List<Gpu> read(String lines) {
        List<Gpu> gpus = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            String[] fields = line.split("\\s*,\\s*");
            if (fields.length == 4 && fields[1].matches("\\d{1,12}") && fields[2].matches("\\d{1,12}")) {
                gpus.add(new Gpu(fields[0].strip(), Long.parseLong(fields[1]), Long.parseLong(fields[2]), fields[3].strip()));
            }
        }
        return gpus;
    }
}
