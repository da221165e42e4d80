package org.hydraworkbench.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hydraworkbench.testing.ChildJava;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporariesTest {

    @TempDir
    Path folder;

    /** Writes a file and a folder and dies in the middle of each, or says that it is there and waits. */
    static final class Killed {
        public static void main(String[] arguments) throws Exception {
            Path place = Path.of(arguments[0]);
            Path temporary = Folders.temporary("hydra-test");
            AtomicFolder.write(place.resolve("out"), made -> {
                AtomicFiles.writeString(made.resolve("part"), "x");
                AtomicFiles.write(place.resolve("file"), out -> {
                    System.out.println(temporary);
                    while (System.in.read() >= 0) {}
                    Runtime.getRuntime().halt(9);
                });
            });
        }
    }

    @Test
    void whatAKilledRunLeftIsClearedByTheNextOneButNotWhileItRuns() throws Exception {
        Path system = Files.createDirectory(folder.resolve("system"));
        Path work = Files.createDirectory(folder.resolve("work"));
        ProcessBuilder command = ChildJava.of(Killed.class, "64m", work.toString());
        command.command().add(1, "-Djava.io.tmpdir=" + system);
        Process process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var said = process.inputReader()) {
            Path temporary = Path.of(said.readLine());
            assertThat(names(work)).hasSize(2);

            AtomicFiles.writeString(work.resolve("file"), "alive");
            AtomicFolder.write(work.resolve("out"), made -> {});
            Folders.delete(Temporaries.folder(system, "hydra-test"));
            assertThat(names(work)).hasSize(4).contains("file", "out");
            assertThat(temporary).isDirectory();

            process.outputWriter().close();
            assertThat(process.waitFor()).isEqualTo(9);
            AtomicFiles.writeString(work.resolve("other"), "leaves what is not of its place");
            assertThat(names(work)).hasSize(5);

            AtomicFiles.writeString(work.resolve("file"), "again");
            AtomicFolder.write(work.resolve("out"), made -> {});
            Folders.delete(Temporaries.folder(system, "hydra-test"));
            assertThat(names(work)).containsExactly("file", "other", "out");
            assertThat(temporary).doesNotExist();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aNameAsLongAsMayBeWorks() throws Exception {
        String name = "é".repeat(127) + "x";
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSize(255);
        AtomicFiles.writeString(folder.resolve(name), "text");
        assertThat(folder.resolve(name)).hasContent("text");
        Files.delete(folder.resolve(name));
        AtomicFolder.write(folder.resolve(name), made -> AtomicFiles.writeString(made.resolve(name), "text"));
        assertThat(folder.resolve(name).resolve(name)).hasContent("text");
        assertThat(names(folder)).containsExactly(name);
    }

    @Test
    void noTwoNamesAreAlike() {
        assertThat(Temporaries.beside(folder.resolve("a"))).isNotEqualTo(Temporaries.beside(folder.resolve("a")));
    }

    @Test
    void aPlantedLinkIsNotFollowed() throws Exception {
        Path victim = Files.writeString(folder.resolve("victim"), "mine");
        for (String planted : List.of(".out." + ProcessHandle.current().pid() + ".tmp", ".out.new", ".out.tmp")) {
            link(folder.resolve(planted), victim);
        }
        AtomicFiles.writeString(folder.resolve("out"), "text");
        assertThat(victim).hasContent("mine");
        assertThat(folder.resolve("out")).isRegularFile();
    }

    @Test
    void aLinkToAnEmptyFolderStaysOneAndItsFolderIsFilled() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/real"));
        Path link = link(folder.resolve("link"), elsewhere);
        AtomicFolder.write(link, made -> AtomicFiles.writeString(made.resolve("a"), "text"));
        assertThat(link).isSymbolicLink();
        assertThat(elsewhere.resolve("a")).hasContent("text");
        assertThat(names(elsewhere.getParent())).containsExactly("real");
    }

    @Test
    void ofTwoWritersOfOneFolderOneWinsAndTheOtherIsTold() throws Exception {
        Path out = folder.resolve("out");
        assertThatThrownBy(() -> AtomicFolder.write(out, mine -> {
                    AtomicFiles.writeString(mine.resolve("mine"), "");
                    AtomicFolder.write(out, other -> AtomicFiles.writeString(other.resolve("other"), ""));
                }))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("out: was made by another program meanwhile");
        assertThat(names(out)).containsExactly("other");
        assertThat(names(folder)).containsExactly("out");
    }

    private static Path link(Path link, Path to) {
        try {
            return Files.createSymbolicLink(link, to);
        } catch (IOException | UnsupportedOperationException e) {
            return Assumptions.abort("this system makes no symbolic links");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
