package org.hydraworkbench.model.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the processor of this machine can do. */
final class Processor {

    private static final Logger LOG = LoggerFactory.getLogger(Processor.class);

    /** As Linux calls the instructions that multiply bfloat16: of x86, and of ARM. */
    private static final Pattern BFLOAT16 = Pattern.compile("(?m)^(flags|Features)\\s*:.*\\b(avx512_bf16|amx_bf16|bf16)\\b");

    private Processor() {}

    /** Whether it has instructions for bfloat16, without which float32 is faster. Where nobody says so it counts as without. */
    static boolean multipliesBfloat16() {
        Path file = Path.of("/proc/cpuinfo");
        try {
            return Files.isReadable(file) && BFLOAT16.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            LOG.debug("what the processor can do is not known", e);
            return false;
        }
    }
}
