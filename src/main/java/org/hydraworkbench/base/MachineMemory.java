package org.hydraworkbench.base;

import java.lang.management.ManagementFactory;
import java.util.OptionalLong;

/** The memory of this machine, or of the container that the program runs in. */
public final class MachineMemory {

    private MachineMemory() {}

    /**
     * Refuses what cannot be held, since memory that is promised may turn out not to be there.
     *
     * @param what needs the memory, in words
     * @param bytes how many it needs
     * @throws ResourceException when that is more than all the memory of this machine
     */
    public static void require(String what, double bytes) throws ResourceException {
        OptionalLong machine = total();
        if (machine.isPresent() && bytes > machine.getAsLong()) {
            throw new ResourceException("Not enough memory: %s takes %,.0f MiB, and this machine has %,d MiB."
                    .formatted(what, bytes / (1 << 20), machine.getAsLong() >> 20));
        }
    }

    /** All of it in bytes, whoever uses it; empty where Java cannot tell. */
    public static OptionalLong total() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? OptionalLong.of(system.getTotalMemorySize())
                : OptionalLong.empty();
    }
}
