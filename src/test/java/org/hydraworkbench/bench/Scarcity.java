package org.hydraworkbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.bench.SampleCommand.Makes;

/**
 * Runs every command where the machine is too small: on a full disk, with too little memory, and with a second one of it that makes the same
 * thing at the same time. It does its work or ends with 4 within ten seconds, says why in a person's words, leaves nothing behind, and works
 * when there is room again. Prints a line for each run; what may not be is marked.
 *
 * <p>Arguments: HYDRA FOLDER KIND [COMMAND…]. KIND is disk, memory or writers; for disk, which makes small file systems, one has to be
 * root.
 */
public final class Scarcity {

    private static final int MOST_SECONDS = 10;
    private static final int PATIENCE = 120;
    private static final String[] HEAPS = {"8m", "12m", "16m", "24m", "32m", "48m", "64m"};

    private final Sandbox sandbox;
    private final SampleCommand command;
    private final Path there;

    private Scarcity(Sandbox sandbox, SampleCommand command, Path there) {
        this.sandbox = sandbox;
        this.command = command;
        this.there = there;
    }

    public static void main(String[] arguments) throws Exception {
        Sandbox sandbox = new Sandbox(arguments[0], Path.of(arguments[1]));
        List<String> chosen = Arrays.asList(arguments).subList(3, arguments.length);
        System.out.println("command              case                 exit  seconds  processor");
        for (SampleCommand command : SampleCommands.ALL) {
            if (!chosen.isEmpty() && !chosen.contains(command.name())) {
                continue;
            }
            switch (arguments[2]) {
                case "disk" -> disk(sandbox, command);
                case "memory" -> new Scarcity(sandbox, command, sandbox.place("out")).memory();
                case "writers" -> new Scarcity(sandbox, command, sandbox.place("out")).writers();
                default -> throw new IllegalArgumentException(arguments[2]);
            }
        }
        System.exit(0);
    }

    private void memory() throws Exception {
        Map<String, Long> after = whole();
        for (String heap : HEAPS) {
            sandbox.begin(command, there);
            run("-Xmx" + heap, sandbox.temporary, sandbox.home, "-Xmx" + heap, after);
        }
    }

    private static void disk(Sandbox sandbox, SampleCommand command) throws Exception {
        Map<String, Long> after = new Scarcity(sandbox, command, sandbox.place("out")).whole();
        try (SmallDisk disk = new SmallDisk(sandbox.place("disk"))) {
            Scarcity there = new Scarcity(sandbox, command, disk.folder());
            if (command.makes() != Makes.NOTHING) {
                long size = after.values().stream().mapToLong(Long::longValue).sum();
                there.onFull(disk, "output, no room", 0, after);
                there.onFull(disk, "output, some room", Math.max(16 << 10, size / 2), after);
                sandbox.begin(command, disk.folder());
                disk.setReadOnly(true);
                there.run("output read-only", sandbox.temporary, sandbox.home, "", after);
                disk.setReadOnly(false);
            }
        }
        try (SmallDisk disk = new SmallDisk(sandbox.place("disk"))) {
            Scarcity elsewhere = new Scarcity(sandbox, command, sandbox.place("out"));
            Path temporary = Files.createDirectories(disk.folder().resolve("tmp"));
            Path home = Files.createDirectories(disk.folder().resolve("home"));
            disk.leave(0);
            for (String which : new String[] {"temporary", "home", "both"}) {
                sandbox.begin(command, elsewhere.there);
                elsewhere.run(which + " full", which.equals("home") ? sandbox.temporary : temporary,
                        which.equals("temporary") ? sandbox.home : home, "", after);
            }
            disk.leave(3 << 20);
            sandbox.begin(command, elsewhere.there);
            elsewhere.run("both nearly full", temporary, home, "", after);
        }
    }

    private void onFull(SmallDisk disk, String what, long room, Map<String, Long> after) throws Exception {
        disk.leave(Long.MAX_VALUE);
        sandbox.begin(command, there);
        disk.leave(room);
        int code = run(what, sandbox.temporary, sandbox.home, "", after);
        disk.leave(Long.MAX_VALUE);
        if (code == 0) {
            sandbox.begin(command, there);
        }
        int again = Sandbox.end(sandbox.start(command, there), PATIENCE);
        if (again != 0 || !Sandbox.all(there).equals(after)) {
            System.out.println("    FAULT with room again: " + again + " " + sandbox.said("said") + rest(after));
        }
    }

    /** What a run leaves where there is no want. */
    private Map<String, Long> whole() throws Exception {
        sandbox.begin(command, there);
        if (Sandbox.end(sandbox.start(command, there), PATIENCE) != 0) {
            throw new IOException(command.name() + " does not work: " + sandbox.said("said"));
        }
        return Sandbox.all(there);
    }

    private int run(String what, Path temporary, Path home, String options, Map<String, Long> after) throws Exception {
        Map<String, Long> before = Sandbox.all(there);
        int temporaries = Sandbox.names(temporary).size();
        long start = System.nanoTime();
        double used = Sandbox.processorSeconds();
        int code = Sandbox.end(sandbox.start(command, there, temporary, home, options, "said"), PATIENCE);
        double seconds = (System.nanoTime() - start) / 1e9;
        used = Sandbox.processorSeconds() - used;
        System.out.printf(Locale.ROOT, "%-20s %-20s %4d  %7.1f  %9.1f%n", command.name(), what, code, seconds, used);
        String said = sandbox.said("said");
        String fault = switch (code) {
            case 0 -> Sandbox.all(there).equals(after) ? "" : "not all is there" + rest(after);
            // What it takes where other programs want the processor too is their time.
            case 4 -> Math.min(seconds, used) > MOST_SECONDS ? "too slow" : Sandbox.all(there).equals(before) || isBegun() ? "" : "left" + rest(before);
            default -> "wrong exit";
        };
        if (Sandbox.names(temporary).size() != temporaries) {
            fault += " left " + Sandbox.names(temporary);
        }
        if (code != 0 && (FuzzWorker.JARGON.matcher(said).find() || !said.contains("hydra: ") && !said.contains("Missing: "))) {
            fault += " not a person's words";
        }
        fault += sandbox.damage(there, sandbox.before(command)).map(damage -> " " + damage).orElse("");
        if (!fault.isEmpty()) {
            System.out.println("    FAULT " + fault + ": " + said);
        } else if (code != 0) {
            System.out.println("    " + said);
        }
        return code;
    }

    /** A training leaves its checkpoints, a project what was made before the disk was full. */
    private boolean isBegun() {
        return command.makes() == Makes.CHANGE || command.makes() == Makes.RUN && Files.isDirectory(there.resolve("made/checkpoints"));
    }

    private String rest(Map<String, Long> wanted) throws Exception {
        Map<String, Long> now = Sandbox.all(there);
        now.entrySet().removeAll(wanted.entrySet());
        return " " + now.keySet();
    }

    private void writers() throws Exception {
        if (command.makes() == Makes.NOTHING) {
            return;
        }
        Map<String, Long> after = whole();
        for (int round = 0; round < 3; round++) {
            sandbox.begin(command, there);
            Process one = sandbox.start(command, there, sandbox.temporary, sandbox.home, "", "said");
            Process two = sandbox.start(command, there, sandbox.temporary, sandbox.home, "", "said2");
            int first = Sandbox.end(one, PATIENCE);
            int second = Sandbox.end(two, PATIENCE);
            System.out.printf(Locale.ROOT, "%-20s %-20s %d and %d%n", command.name(), "two writers", first, second);
            int other = Math.max(first, second);
            // Two that come one after the other both do their work, where what is there may be written over.
            boolean apart = other == 4 || other == 2 || other == 0 && (command.makes() == Makes.CHANGE || command.makes() == Makes.FILE);
            Optional<String> damage = sandbox.damage(there, sandbox.before(command));
            String words = first == 0 ? sandbox.said("said2") : sandbox.said("said");
            if (Math.min(first, second) != 0 || !apart || damage.isPresent()
                    || command.makes() != Makes.CHANGE && !Sandbox.all(there).equals(after)
                    || !Sandbox.names(sandbox.temporary).isEmpty()) {
                System.out.println("    FAULT " + rest(after) + damage.orElse("") + ": " + words);
            } else {
                System.out.println("    " + words);
            }
        }
    }
}
