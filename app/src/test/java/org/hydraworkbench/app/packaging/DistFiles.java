package org.hydraworkbench.app.packaging;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Whether the folder {@code lib} of the program holds exactly the jars that the build names, and in them the native libraries of its
 * platform and of no other. The build runs it on what it has just made, for whatever {@code -Dplatform} says.
 *
 * <p>Arguments: LIB PLATFORM JAR CLASSPATH, the jar of the app and the run-time class path that it needs. Ends with 1 and a line for each thing that is wrong.
 */
public final class DistFiles {

    /** What the platforms' names are in the names of JavaFX's jars. */
    static final Map<String, String> JAVAFX = Map.of(
            "linux-x86_64", "linux", "linux-aarch64", "linux-aarch64", "osx-aarch64", "mac-aarch64", "win-x86_64", "win");

    private DistFiles() {}

    /** Looks, and says what is wrong. */
    public static void main(String[] arguments) throws IOException {
        Path lib = Path.of(arguments[0]);
        Set<String> named = Stream.of(arguments[3].split(File.pathSeparator))
                .map(place -> Path.of(place).getFileName().toString())
                .filter(name -> name.endsWith(".jar"))
                .collect(Collectors.toCollection(TreeSet::new));
        named.add(arguments[2]);
        List<String> wrong = faults(lib, arguments[1], named);
        wrong.forEach(line -> System.err.println(lib + ": " + line));
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    /** What is wrong, a line each. */
    static List<String> faults(Path lib, String platform, Set<String> named) throws IOException {
        List<String> faults = new ArrayList<>();
        Set<String> there;
        try (Stream<Path> files = Files.list(lib)) {
            there = files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
        difference(there, named).forEach(name -> faults.add(name + " is there, but the build does not name it"));
        difference(named, there).forEach(name -> faults.add(name + " is missing"));
        String javafx = JAVAFX.get(platform);
        if (javafx == null) {
            faults.add("the platform " + platform + " is unknown");
            return faults;
        }
        for (String other : JAVAFX.keySet()) {
            if (!other.equals(platform)) {
                there.stream()
                        .filter(name -> name.endsWith("-" + other + ".jar") || name.matches("javafx-.*[0-9]-" + JAVAFX.get(other) + "\\.jar"))
                        .forEach(name -> faults.add(name + " is for " + other + ", not for " + platform));
            }
        }
        require(lib, there, "javafx-graphics-.*[0-9]-" + javafx + "\\.jar", "(lib)?prism_sw\\.(so|dll|dylib)", faults);
        require(lib, there, "pytorch-native-.*-" + platform + "\\.jar", "pytorch/\\w+/" + platform + "/(lib)?torch_cpu\\..*", faults);
        require(lib, there, "pytorch-jni-.*\\.jar", "jnilib/" + platform + "/cpu/.*djl_torch\\..*", faults);
        require(lib, there, "tokenizers-.*\\.jar", "native/lib/" + platform + "/cpu/.*tokenizers\\..*", faults);
        return faults;
    }

    private static Set<String> difference(Set<String> all, Set<String> without) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(without);
        return left;
    }

    private static void require(Path lib, Set<String> there, String jar, String entry, List<String> faults) {
        List<String> found = there.stream().filter(name -> name.matches(jar)).toList();
        if (found.size() != 1) {
            faults.add("one jar like " + jar + " should be there, not " + found);
        } else if (!holds(lib.resolve(found.getFirst()), entry)) {
            faults.add(found.getFirst() + " lacks " + entry);
        }
    }

    private static boolean holds(Path jar, String entry) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).anyMatch(name -> name.matches(entry));
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " cannot be read", e);
        }
    }
}
