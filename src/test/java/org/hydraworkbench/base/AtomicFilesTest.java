package org.hydraworkbench.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hydraworkbench.testing.NamedPipe;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    @TempDir
    Path folder;

    @Test
    void aFileIsReplacedAsAWholeAndItsFolderMade() throws Exception {
        Path file = folder.resolve("new/deep/a.txt");
        AtomicFiles.writeString(file, "one");
        AtomicFiles.writeString(file, "two");
        assertThat(file).hasContent("two");
        assertThat(names(file.getParent())).containsExactly("a.txt");
    }

    @Test
    void whatGoesWrongLeavesTheOldFile() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        assertThatThrownBy(() -> AtomicFiles.write(file, out -> {
                    out.write('x');
                    throw new IOException("no more");
                }))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("a.txt: cannot be written (no more)");
        assertThat(file).hasContent("old");
        assertThat(names(folder)).containsExactly("a.txt");
    }

    @Test
    void aPipeIsWrittenToAndStays() throws Exception {
        Path pipe = NamedPipe.make(folder.resolve("pipe"));
        var drained = NamedPipe.drain(pipe);
        AtomicFiles.writeString(pipe, "text");
        assertThat(new String(drained.join(), StandardCharsets.UTF_8)).isEqualTo("text");
        assertThat(Files.isRegularFile(pipe)).isFalse();
        assertThat(names(folder)).containsExactly("pipe");
    }

    @Test
    void aLinkToAPipeIsWrittenToAndStays() throws Exception {
        Path pipe = NamedPipe.make(folder.resolve("pipe"));
        Path link = link("link", pipe);
        var drained = NamedPipe.drain(pipe);
        AtomicFiles.writeString(link, "text");
        assertThat(drained.join()).hasSize(4);
        assertThat(link).isSymbolicLink();
        assertThat(names(folder)).containsExactly("link", "pipe");
    }

    @Test
    void aLinkStaysOneAndItsFileIsReplaced() throws Exception {
        Path file = Files.createDirectory(folder.resolve("elsewhere")).resolve("a.txt");
        Path second = link("second", Path.of("elsewhere/a.txt"));
        Path first = link("first", Path.of("second"));
        for (String text : new String[] {"made", "replaced"}) {
            AtomicFiles.writeString(first, text);
            assertThat(file).hasContent(text).isRegularFile();
            assertThat(first).isSymbolicLink();
            assertThat(second).isSymbolicLink();
        }
        assertThat(names(file.getParent())).containsExactly("a.txt");
    }

    @Test
    void linksInACircleAreAnError() throws Exception {
        Path link = link("a", Path.of("b"));
        link("b", Path.of("a"));
        assertThatThrownBy(() -> AtomicFiles.writeString(link, "text"))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("circle");
    }

    @Test
    void aFileInTheWayOfTheFolderIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "");
        assertThatThrownBy(() -> AtomicFiles.writeString(file.resolve("b.txt"), "text"))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("b.txt: cannot be written (" + file + " is in the way)");
        assertThatThrownBy(() -> AtomicFolder.write(file.resolve("b"), made -> {}))
                .isInstanceOf(ResourceException.class)
                .hasMessageMatching(".*b: cannot be written \\([^/]+\\)");
    }

    private Path link(String name, Path to) {
        try {
            return Files.createSymbolicLink(folder.resolve(name), to);
        } catch (IOException | UnsupportedOperationException e) {
            return Assumptions.abort("this system makes no symbolic links");
        }
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
