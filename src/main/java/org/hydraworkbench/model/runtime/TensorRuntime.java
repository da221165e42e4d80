package org.hydraworkbench.model.runtime;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.NativeLibraries;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.base.UsageException;

/**
 * The tensor engine with the decoder kernel loaded. One a process is enough: weights are arguments of its calls.
 *
 * <p>Calls from several threads are safe and run one after another. They should nevertheless come from one thread, because
 * PyTorch keeps a pool of worker threads for each thread that calls it: the command line uses its main thread, the window
 * one tensor thread. A tensor, a scope and what is built on them (sessions, decoders) belong to one thread at a time; should another
 * thread close them, it waits for the call that is under way, and the next one is refused with a {@link StateException}.
 */
public final class TensorRuntime implements AutoCloseable {

    /** Any will do for what is the same in all kernels; this is the one that is asked for most. */
    private static final KernelText COMMON = KernelText.LLAMA;

    private final Device device;
    private final Kernel common;
    private final Map<KernelText, Kernel> kernels = new HashMap<>();
    private final TensorScope root;
    private final int threads;
    private final Precision precision;
    private final ReentrantLock calls = new ReentrantLock();
    private final AtomicLong changes = new AtomicLong();
    private final ThreadLocal<Boolean> prepared = ThreadLocal.withInitial(() -> false);

    private TensorRuntime(Device device, Kernel common, RuntimeOptions options) {
        this.device = device;
        this.common = common;
        this.root = new TensorScope(this, common.model().getNDManager());
        this.threads = options.threads();
        this.precision = options.precision();
    }

    /**
     * Loads PyTorch, then the kernel.
     *
     * @throws UsageException when a GPU is asked for and there is none
     * @throws ResourceException when the native libraries cannot be loaded or there is no room for the kernel's file
     */
    public static TensorRuntime open(RuntimeOptions options) throws HydraException {
        Device device = device(options.device());
        return new TensorRuntime(device, load(COMMON, device), options);
    }

    private static Kernel load(KernelText text, Device device) throws HydraException {
        try {
            Path folder = Folders.temporary("hydra-kernel");
            try {
                KernelArchive.write(text, folder);
                Model model = Model.newInstance(KernelArchive.NAME, device, "PyTorch");
                model.load(folder, KernelArchive.NAME);
                return new Kernel(model, KernelMethods.of(text.assemble()));
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new ResourceException(
                    "The tensor kernel cannot be written to the temporary folder (" + Reasons.of(e) + "); free some disk space.", e);
        } catch (MalformedModelException e) {
            throw new IllegalStateException("PyTorch refuses the decoder kernel", e);
        }
    }

    /** The kernel of this text; loaded when it is first asked for. */
    Kernel kernel(KernelText text) throws HydraException {
        calls.lock();
        try {
            Kernel known = text.equals(COMMON) ? common : kernels.get(text);
            if (known == null) {
                known = load(text, device);
                kernels.put(text, known);
            }
            return known;
        } finally {
            calls.unlock();
        }
    }

    /** A kernel whose kind does not matter: for what is the same in all. */
    Kernel common() {
        return common;
    }

    private static Device device(DeviceChoice choice) throws HydraException {
        int gpus = engine(choice).getGpuCount();
        if (choice == DeviceChoice.GPU && gpus == 0) {
            throw new UsageException("There is no CUDA device that PyTorch can use here (`hydra doctor` says why); choose the processor.");
        }
        return choice == DeviceChoice.CPU || gpus == 0 ? Device.cpu() : Device.gpu();
    }

    /** PyTorch, which is loaded once a process: with CUDA where its libraries were fetched and can be used, unless the processor is chosen first. */
    private static Engine engine(DeviceChoice choice) throws HydraException {
        NativeLibraries.ofDjl();
        Optional<CudaLibraries> cuda = CudaLibraries.ofThisMachine();
        if (choice != DeviceChoice.CPU && cuda.isPresent() && Devices.canUse(cuda.get())) {
            cuda.get().use();
        }
        CudaLibraries.requireVersion(System.getenv("PYTORCH_LIBRARY_PATH"));
        return engine();
    }

    private static Engine engine() throws ResourceException {
        try {
            return Engine.getEngine("PyTorch");
        } catch (EngineException | LinkageError e) {
            throw NativeLibraries.failure("PyTorch's library", e);
        }
    }

    /** The scope that ends with the runtime; for what lives as long. */
    public TensorScope root() {
        return root;
    }

    /** How often weights were changed in place: what was computed with them before may no longer hold. */
    public long changes() {
        return changes.get();
    }

    /** Weights are about to change. */
    void changed() {
        changes.incrementAndGet();
    }

    /** Whether tensors live on a GPU. */
    public boolean usesGpu() {
        return device.isGpu();
    }

    /** In which numbers models are to be computed. */
    public Precision precision() {
        return precision;
    }

    /** Whether the device multiplies bfloat16 faster than float32. */
    public boolean isFastAtBfloat16() {
        return usesGpu() || Processor.multipliesBfloat16();
    }

    /** Threads inside one tensor operation. */
    public int threads() {
        prepareThread();
        return JniUtils.getNumThreads();
    }

    /** Engine, version, device and threads in a line, for example {@code PyTorch 2.7.1 on the processor, 2 threads}. */
    public String describe() throws HydraException {
        Engine engine = engine();
        String place = usesGpu() ? "a CUDA device" : "the processor";
        return String.format(
                Locale.ROOT, "PyTorch %s (DJL %s) on %s, %d threads", engine.getVersion(), Engine.getDjlVersion(), place, threads());
    }

    List<Tensor> forward(Kernel kernel, String method, NDList arguments, boolean keepsGraph) throws HydraException {
        calls.lock();
        try {
            requireOpen(arguments.stream().noneMatch(NDArray::isReleased));
            prepareThread();
            // DJL turns gradients off for a thread unless its own collector is in use.
            JniUtils.setGradMode(keepsGraph);
            List<Tensor> results = new ArrayList<>();
            for (NDArray array : IValueUtils.forward(kernel.block(), arguments, keepsGraph)) {
                results.add(new Tensor(this, array));
            }
            return results;
        } catch (EngineException e) {
            throw refused("kernel method " + method, e);
        } finally {
            calls.unlock();
        }
    }

    private static ResourceException refused(String work, EngineException e) {
        String message = e.toString();
        if (message.contains("allocate memory") || message.contains("out of memory")) {
            return new ResourceException(
                    "Not enough memory for this computation; use a smaller batch, shorter texts or a smaller model.", e);
        }
        throw new IllegalStateException(work + " failed", e);
    }

    /** What {@code use} makes of an array that is there. */
    <R> R with(NDArray array, Function<NDArray, R> use) throws HydraException {
        calls.lock();
        try {
            requireOpen(!array.isReleased());
            return use.apply(array);
        } catch (EngineException e) {
            throw refused("reading an array", e);
        } finally {
            calls.unlock();
        }
    }

    /** What {@code making} makes in a scope that is there. */
    <R> R in(NDManager scope, Function<NDManager, R> making) throws HydraException {
        calls.lock();
        try {
            requireOpen(scope.isOpen());
            return making.apply(scope);
        } catch (EngineException e) {
            throw refused("making an array", e);
        } finally {
            calls.unlock();
        }
    }

    /** Ends an array or a scope when no call is under way. */
    void end(Runnable ending) {
        calls.lock();
        try {
            ending.run();
        } finally {
            calls.unlock();
        }
    }

    private static void requireOpen(boolean open) throws StateException {
        if (!open) {
            throw new StateException("The model was closed.");
        }
    }

    /** Both settings are kept by PyTorch for each calling thread. */
    private void prepareThread() {
        if (!prepared.get()) {
            // Shapes differ from call to call: specialising the code for those seen first costs more than it gains.
            JniUtils.setGraphExecutorOptimize(false);
            if (threads > 0) {
                JniUtils.setNumThreads(threads);
            }
            prepared.set(true);
        }
    }

    @Override
    public void close() {
        calls.lock();
        try {
            kernels.values().forEach(kernel -> kernel.model().close());
            common.model().close();
        } finally {
            calls.unlock();
        }
    }
}
