package org.hydraworkbench.base;

import java.lang.management.ManagementFactory;
import java.util.OptionalLong;

/** The memory of this machine, or of the container that the program runs in. */
public final class MachineMemory {

    private MachineMemory() {}

    /** All of it in bytes, whoever uses it; empty where Java cannot tell. */
    public static OptionalLong total() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? OptionalLong.of(system.getTotalMemorySize())
                : OptionalLong.empty();
    }
}
