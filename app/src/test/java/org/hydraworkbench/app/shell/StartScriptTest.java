package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script with this Java, and in place of the program one that says what comes through to it. */
class StartScriptTest {

    private static final String MAIN =
            """
            package org.hydraworkbench.%s;
            public class %s {
                public static void main(String[] words) {
                    System.out.print(%2$s.class.getSimpleName());
                    for (String word : words) {
                        System.out.print("|" + word.codePoints().boxed().toList() + java.nio.file.Files.exists(java.nio.file.Path.of(word)));
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    private Path script;

    @BeforeEach
    void install() throws Exception {
        Assumptions.assumeFalse(System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows"));
        script = Files.createDirectories(folder.resolve("dist/bin")).resolve("hydra");
        Files.copy(Path.of("src/main/dist/bin/hydra"), script);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (JarOutputStream jar = new JarOutputStream(
                Files.newOutputStream(Files.createDirectories(folder.resolve("dist/lib")).resolve("program.jar")))) {
            add(jar, "cli", "Main");
            add(jar, "app.shell", "Launcher");
        }
    }

    private void add(JarOutputStream jar, String room, String name) throws Exception {
        Path source = folder.resolve(name + ".java");
        Files.writeString(source, MAIN.formatted(room, name));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.resolve("classes").toString(), source.toString()))
                .isZero();
        String path = "org/hydraworkbench/" + room.replace('.', '/') + "/" + name + ".class";
        jar.putNextEntry(new JarEntry(path));
        Files.copy(folder.resolve("classes").resolve(path), jar);
        jar.closeEntry();
    }

    /** What the program printed, started with these variables and no others but the way to Java. */
    private String start(Map<String, String> environment, String... words) throws Exception {
        // Words as a shell reads them, since this process may itself be unable to pass some names on.
        ProcessBuilder command = new ProcessBuilder("sh", "-c", "'" + script + "' " + String.join(" ", words))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        Map<String, String> variables = command.environment();
        String path = variables.get("PATH");
        variables.clear();
        variables.put("PATH", path);
        variables.put("HYDRA_JAVA_HOME", System.getProperty("java.home"));
        variables.putAll(environment);
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void namesWithOtherLettersComeThroughWhereTheSystemKnowsOnlyAscii() throws Exception {
        String name = "\"$(printf '\\303\\251')\"";
        start(Map.of(), "; touch", name);
        for (Map<String, String> environment : List.of(
                Map.<String, String>of(), Map.of("LC_ALL", "C"), Map.of("LC_ALL", "POSIX"), Map.of("LANG", "xx_XX.UTF-8"))) {
            assertThat(start(environment, name)).as("%s", environment).isEqualTo("Main|[233]true");
        }
    }

    @Test
    void itStartsWithoutAHomeAndByALink() throws Exception {
        Files.createSymbolicLink(folder.resolve("link"), Path.of("dist/bin/hydra"));
        script = folder.resolve("link");
        assertThat(start(Map.of(), "a", "'b c'", "@a")).isEqualTo("Main|[97]false|[98, 32, 99]false|[64, 97]false");
    }

    @Test
    void theWindowOpensForNothingAndForAProject() throws Exception {
        assertThat(start(Map.of())).isEqualTo("Launcher");
        assertThat(start(Map.of(), "--demo")).startsWith("Launcher|");
        assertThat(start(Map.of(), "x.hydra")).startsWith("Launcher|");
        assertThat(start(Map.of(), "align")).startsWith("Main|");
    }
}
