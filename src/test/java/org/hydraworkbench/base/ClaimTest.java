package org.hydraworkbench.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two that make one thing at a time: the first one's is kept, the other is told. */
class ClaimTest {

    @TempDir
    Path folder;

    @Test
    void aFileThatAnotherWroteWhileItWasMadeIsKept() throws Exception {
        for (String before : new String[] {"absent", "old"}) {
            Path file = folder.resolve(before);
            if (before.equals("old")) {
                Files.writeString(file, "old");
            }
            assertThatThrownBy(() -> AtomicFiles.write(file, out -> {
                        AtomicFiles.writeString(file, "the other's");
                        out.write("ours".getBytes(StandardCharsets.UTF_8));
                    }))
                    .isInstanceOf(ResourceException.class)
                    .hasMessageContaining(file + ": was written by another program meanwhile");
            assertThat(file).hasContent("the other's");
        }
        assertThat(Folders.list(folder)).hasSize(2);
    }

    @Test
    void aFileThatWasClaimedBeforeLongWorkIsKeptToo() throws Exception {
        Path file = folder.resolve("file");
        AtomicFiles.claim(file);
        Files.writeString(file, "the other's");
        assertThatThrownBy(() -> AtomicFiles.writeString(file, "ours")).isInstanceOf(ResourceException.class);
        assertThat(file).hasContent("the other's");
        AtomicFiles.claim(file);
        AtomicFiles.writeString(file, "ours");
        AtomicFiles.writeString(file, "ours again");
        assertThat(file).hasContent("ours again");
    }

    @Test
    void aNewFileIsNeverPutOverOneThatCameMeanwhile() throws Exception {
        Path ours = Files.writeString(folder.resolve("ours"), "ours");
        Path other = Files.writeString(folder.resolve("other"), "the other's");
        assertThatThrownBy(() -> AtomicFiles.moveNew(ours, other)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(other).hasContent("the other's");
        AtomicFiles.moveNew(ours, folder.resolve("new"));
        assertThat(folder.resolve("new")).hasContent("ours");
        assertThat(ours).doesNotExist();
    }

    @Test
    void aFolderThatWasClaimedBeforeLongWorkIsKeptToo() throws Exception {
        Path made = folder.resolve("made");
        AtomicFolder.claim(made);
        AtomicFolder.write(made, temporary -> AtomicFiles.writeString(temporary.resolve("other"), "the other's"));
        AtomicFolder.claim(made);
        assertThatThrownBy(() -> AtomicFolder.write(made, temporary -> {})).isInstanceOf(UsageException.class);

        Path late = folder.resolve("late");
        AtomicFolder.claim(late);
        Files.createDirectories(late.resolve("the other's"));
        assertThatThrownBy(() -> AtomicFolder.write(late, temporary -> {}))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining(late + ": was made by another program meanwhile");
        assertThat(late.resolve("the other's")).exists();
    }
}
