package org.hydraworkbench.testing;

import java.net.URISyntaxException;
import java.nio.file.Path;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.model.runtime.DeviceChoice;
import org.hydraworkbench.model.runtime.Precision;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.model.runtime.TensorRuntime;

/** The small model that the tests carry, and one tensor runtime for all of them, which lives as long as the JVM. */
public final class TestModels {

    private static final class Holder {
        static final TensorRuntime RUNTIME = open(options());
    }

    private static final class Bfloat16 {
        static final TensorRuntime RUNTIME = open(options().withPrecision(Precision.BFLOAT16));
    }

    private static TensorRuntime open(RuntimeOptions options) {
        try {
            return TensorRuntime.open(options);
        } catch (HydraException e) {
            throw new IllegalStateException(e);
        }
    }

    private TestModels() {}

    /** The shared runtime, on the processor with one thread. Never close it. */
    public static TensorRuntime runtime() {
        return Holder.RUNTIME;
    }

    /** The same in bfloat16. */
    public static TensorRuntime bfloat16() {
        return Bfloat16.RUNTIME;
    }

    /** How {@link #runtime} is opened. */
    public static RuntimeOptions options() {
        return new RuntimeOptions(DeviceChoice.CPU, 1, Precision.AUTO);
    }

    /** The Hugging Face folder of stories260K: a Llama with grouped-query attention and a tied head, vocabulary 512. */
    public static Path stories() {
        return resource("/org/hydraworkbench/model/stories260K");
    }

    /** A file or folder among the test resources. */
    public static Path resource(String name) {
        try {
            return Path.of(java.util.Objects.requireNonNull(TestModels.class.getResource(name), name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
