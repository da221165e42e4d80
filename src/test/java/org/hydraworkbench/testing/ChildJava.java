package org.hydraworkbench.testing;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs in a Java process of their own, with the classes of the tests. */
public final class ChildJava {

    private ChildJava() {}

    /** A process, not started yet, that runs {@code program}'s main method with at most {@code heap} of memory, for example 256m. */
    public static ProcessBuilder of(Class<?> program, String heap, String... arguments) throws URISyntaxException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx" + heap,
                "-cp",
                classPath(program),
                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** That of the process, and what a test runner has loaded classes from beside it. */
    private static String classPath(Class<?> program) throws URISyntaxException {
        List<String> places = new ArrayList<>(List.of(System.getProperty("java.class.path")));
        if (program.getClassLoader() instanceof URLClassLoader loader) {
            for (URL place : loader.getURLs()) {
                places.add(Path.of(place.toURI()).toString());
            }
        }
        return String.join(File.pathSeparator, places);
    }
}
