package org.hydraworkbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.bench.SampleCommand.Makes;

/**
 * Kills each command that writes, again and again, and looks at what is left: the output is whole or absent, a project opens and has lost
 * nothing, no child lives on; running the command again works, and then neither the output's folder nor that for temporary files holds
 * anything else. Every second kill is aimed: at a moment when names in the output's folder change, or soon after it; the others fall
 * anywhere in the run.
 *
 * <p>Arguments: HYDRA FOLDER KILLS SEED [COMMAND…]. HYDRA is the start script; FOLDER is a new one to work in, with room and safe for
 * native libraries; a COMMAND is the name of one of {@link SampleCommands#ALL}, all that write if none.
 */
public final class KillHarness {

    private static final int MOST_SECONDS = 300;
    private static final int CHILD_SECONDS = 10;
    private static final int MOST_CHANGES = 4;

    private final Sandbox sandbox;
    private final Random random;

    private int whole;
    private int absent;
    private int begun;
    private int part;
    private int failed;
    private int left;
    private int orphans;
    private final List<String> remarks = new ArrayList<>();

    private KillHarness(Sandbox sandbox, Random random) {
        this.sandbox = sandbox;
        this.random = random;
    }

    public static void main(String[] arguments) throws Exception {
        Sandbox sandbox = new Sandbox(arguments[0], Path.of(arguments[1]));
        Random random = new Random(Long.parseLong(arguments[3]));
        List<String> chosen = Arrays.asList(arguments).subList(4, arguments.length);
        System.out.println("command              kills  whole  absent  begun  part  rerun failed  left behind  orphans");
        for (SampleCommand command : SampleCommands.ALL) {
            if (command.makes() != Makes.NOTHING && (chosen.isEmpty() || chosen.contains(command.name()))) {
                new KillHarness(sandbox, random).kill(command, Integer.parseInt(arguments[2]));
            }
        }
        System.exit(0);
    }

    private void kill(SampleCommand command, int kills) throws Exception {
        Path there = sandbox.place("out");
        sandbox.begin(command, there);
        Map<String, Long> before = sandbox.state(command, there);
        long start = System.nanoTime();
        int code = Sandbox.end(sandbox.start(command, there), MOST_SECONDS);
        long time = System.nanoTime() - start;
        if (code != 0) {
            throw new IOException(command.name() + " does not work: " + sandbox.said("said"));
        }
        Map<String, Long> after = sandbox.state(command, there);
        Map<String, Long> files = Sandbox.all(there);
        for (int number = 0; number < kills; number++) {
            sandbox.begin(command, there);
            Process process = sandbox.start(command, there);
            if (number % 2 == 0) {
                process.waitFor((long) (random.nextDouble() * time), TimeUnit.NANOSECONDS);
            } else {
                aim(process, there);
            }
            List<ProcessHandle> children = process.descendants().collect(Collectors.toList());
            process.destroyForcibly().waitFor();
            await(children);
            judge(command, there, before, after);
            code = Sandbox.end(sandbox.start(command, there), MOST_SECONDS);
            if (code != 0 || !sandbox.state(command, there).equals(after)) {
                failed++;
                remarks.add("rerun ended with " + code + ": " + sandbox.said("said") + " " + sandbox.state(command, there).keySet().stream().filter(name -> !after.containsKey(name)).toList());
            }
            noteLeft(there, files);
        }
        System.out.printf(Locale.ROOT, "%-20s %5d %6d %7d %6d %5d %13d %12d %8d%n",
                command.name(), kills, whole, absent, begun, part, failed, left, orphans);
        remarks.stream().distinct().limit(5).forEach(remark -> System.out.println("    " + remark));
    }

    /** What the kill left; the next run begins anew where a whole output would be kept. */
    private void judge(SampleCommand command, Path there, Map<String, Long> before, Map<String, Long> after)
            throws HydraException, IOException {
        Map<String, Long> now = sandbox.state(command, there);
        Optional<String> damage = sandbox.damage(there, sandbox.before(command));
        if (damage.isPresent()) {
            part++;
            remarks.add(damage.get());
        } else if (now.equals(after)) {
            whole++;
            if (command.makes() == Makes.FOLDER || command.makes() == Makes.CHANGE) {
                sandbox.begin(command, there);
            }
        } else if (now.equals(before)) {
            absent++;
        } else if (isBegun(command, there)) {
            begun++;
        } else {
            part++;
            now.entrySet().removeAll(after.entrySet());
            remarks.add("a part: " + now.keySet());
        }
    }

    /** Steps of several, each whole, or checkpoints. */
    private static boolean isBegun(SampleCommand command, Path there) {
        return command.makes() == Makes.CHANGE || command.makes() == Makes.RUN && Files.isDirectory(there.resolve("made/checkpoints"));
    }

    private void noteLeft(Path there, Map<String, Long> files) throws HydraException, IOException {
        Map<String, Long> now = Sandbox.all(there);
        now.keySet().removeAll(files.keySet());
        List<Path> temporary = Sandbox.names(sandbox.temporary);
        left += now.size() + temporary.size();
        if (!now.isEmpty() || !temporary.isEmpty()) {
            remarks.add("left: " + now.keySet() + " " + temporary);
        }
    }

    /** Waits for one of the first changes of the names in the output's folder, and a little. */
    private void aim(Process process, Path there) throws Exception {
        int changes = 1 + random.nextInt(MOST_CHANGES);
        String names = listing(there);
        while (process.isAlive() && changes > 0) {
            process.waitFor(1, TimeUnit.MILLISECONDS);
            String now = listing(there);
            if (!now.equals(names)) {
                names = now;
                changes--;
            }
        }
        process.waitFor(random.nextInt(20_000), TimeUnit.MICROSECONDS);
    }

    private static String listing(Path there) {
        StringBuilder names = new StringBuilder();
        for (String folder : new String[] {"", "made", "made/checkpoints", "p.files"}) {
            String[] each = there.resolve(folder).toFile().list();
            names.append(each == null ? "" : String.join(" ", new java.util.TreeSet<>(Arrays.asList(each)))).append('/');
        }
        return names.toString();
    }

    /** A child sees that its parent is gone, and ends. */
    private void await(List<ProcessHandle> children) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(CHILD_SECONDS);
        for (ProcessHandle child : children) {
            while (child.isAlive() && System.nanoTime() < end) {
                Thread.sleep(10);
            }
            if (child.isAlive()) {
                orphans++;
                child.destroyForcibly();
            }
        }
    }
}
