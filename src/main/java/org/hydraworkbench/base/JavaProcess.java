package org.hydraworkbench.base;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A process of this program's own, for native work that may end a process or take what memory there is. It is the same Java
 * with the same class path and flags.
 */
public final class JavaProcess {

    private JavaProcess() {}

    /** A process, not started yet, that runs the main method of {@code program}. */
    public static ProcessBuilder of(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        // A debugger's port is taken by the parent.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-agentlib") && !flag.startsWith("-javaagent"))
                .forEach(command::add);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(program.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private static String java() {
        Optional<String> own = ProcessHandle.current().info().command();
        boolean isJava = own.filter(path -> {
                    String name = String.valueOf(Path.of(path).getFileName());
                    return name.equals("java") || name.equals("java.exe");
                })
                .isPresent();
        return isJava ? own.orElseThrow() : Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
