package org.hydraworkbench.base;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names of what is in the making, {@code .NAME.OWNER-RANDOM.tmp} beside its place and {@code NAME-OWNER-RANDOM} where the system keeps
 * temporary folders. The owner is a process: what it leaves when it is killed is known by the name, and cleared by the next that makes the
 * same thing. Nobody can guess a name beforehand; whoever creates it must create it new.
 */
public final class Temporaries {

    private static final Logger LOG = LoggerFactory.getLogger(Temporaries.class);

    /** Process, the place where its number means something, random, what the system adds for a temporary folder. */
    private static final Pattern MARK = Pattern.compile("([0-9]{1,18})-([0-9a-f]{8})-[0-9a-f]{16}(-[0-9]+)?");

    /** Bytes of a name that are kept: with all that is added it stays below the 255 that file systems allow. */
    private static final int LONGEST_STEM = 180;

    private static final String END = ".tmp";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PLACE = place();

    private Temporaries() {}

    /** A new name beside {@code file} for what will be renamed to it; what dead processes left under such names is cleared. */
    public static Path beside(Path file) {
        clearBeside(file);
        return file.resolveSibling(begin(file) + mark() + END);
    }

    /** Clears what dead processes left beside {@code file} when they were making it. */
    public static void clearBeside(Path file) {
        clear(leftBeside(file));
    }

    /** What dead processes left beside {@code file} when they were making it. */
    public static List<Path> leftBeside(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? List.of() : left(parent, begin(file), END);
    }

    private static String begin(Path file) {
        return "." + stem(String.valueOf(file.getFileName())) + ".";
    }

    /** Creates a folder of our own in {@code parent}, readable for nobody else where the system can; clears those that dead processes left. */
    static Path folder(Path parent, String name) throws IOException {
        String begin = name + "-";
        clear(left(parent, begin, ""));
        return Files.createTempDirectory(parent, begin + mark() + "-");
    }

    private static String mark() {
        return ProcessHandle.current().pid() + "-" + PLACE + "-" + HexFormat.of().toHexDigits(RANDOM.nextLong());
    }

    private static List<Path> left(Path folder, String begin, String end) {
        List<Path> left = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> there = Files.newDirectoryStream(folder, each -> isLeft(each, begin, end))) {
                there.forEach(left::add);
            } catch (IOException | RuntimeException e) {
                LOG.debug("what was left in {} stays there", folder, e);
            }
        }
        return left;
    }

    private static void clear(List<Path> left) {
        for (Path each : left) {
            try {
                Folders.delete(each);
            } catch (RuntimeException | ResourceException e) {
                LOG.debug("{} stays there", each, e);
            }
        }
    }

    private static boolean isLeft(Path each, String begin, String end) {
        String name = String.valueOf(each.getFileName());
        if (name.length() <= begin.length() + end.length() || !name.startsWith(begin) || !name.endsWith(end)) {
            return false;
        }
        Matcher mark = MARK.matcher(name.substring(begin.length(), name.length() - end.length()));
        return mark.matches()
                && mark.group(2).equals(PLACE)
                && ProcessHandle.of(Long.parseLong(mark.group(1))).isEmpty();
    }

    /** The name, or of one that is too long a beginning with a number made of all of it. */
    private static String stem(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_STEM) {
            return name;
        }
        int end = 0;
        for (int bytes = 0; bytes < LONGEST_STEM - Integer.BYTES; ) {
            int point = name.codePointAt(end);
            end += Character.charCount(point);
            bytes += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
        }
        return name.substring(0, end) + "~" + HexFormat.of().toHexDigits(name.hashCode());
    }

    /** User, machine and container: elsewhere a process number is another process, and one of another user may be hidden. */
    private static String place() {
        String here = System.getProperty("user.name") + " " + System.getenv("COMPUTERNAME");
        try {
            here += Files.readString(Path.of("/proc/sys/kernel/hostname")) + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("not on Linux", e);
        }
        return HexFormat.of().toHexDigits(here.hashCode());
    }
}
