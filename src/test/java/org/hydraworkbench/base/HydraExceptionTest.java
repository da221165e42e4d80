package org.hydraworkbench.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The sentences for what disks refuse: once each was a bare path, {@code /a/b: cannot be written (/a/b)}. */
class HydraExceptionTest {

    private static final Path FILE = Path.of("a", "b");
    private static final String NAME = FILE.toString();

    @Test
    void noPermission() {
        assertThat(ResourceException.in(FILE, "cannot be written", new AccessDeniedException(NAME)))
                .hasMessage(NAME + ": cannot be written (permission denied)")
                .hasCauseInstanceOf(AccessDeniedException.class);
        assertThat(InputException.in(FILE, "cannot be read", new AccessDeniedException(NAME)))
                .hasMessage(NAME + ": cannot be read (permission denied)")
                .hasCauseInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aFullDisk() {
        assertThat(ResourceException.in(
                        FILE, "cannot be written", new FileSystemException(NAME, null, "No space left on device")))
                .hasMessage(NAME + ": cannot be written (No space left on device)");
        assertThat(ResourceException.in(FILE, "cannot be written", new IOException("No space left on device")))
                .hasMessage(NAME + ": cannot be written (No space left on device)");
    }

    @Test
    void aMissingFolder() {
        assertThat(InputException.in(FILE, "cannot be read", new NoSuchFileException(NAME)))
                .hasMessage(NAME + ": there is no such file or folder");
        assertThat(ResourceException.in(FILE, "cannot be written", new NoSuchFileException(NAME)))
                .hasMessage(NAME + ": cannot be written (there is no such file or folder)");
    }

    @Test
    void anotherMissingFileThanTheOneThatIsTalkedOf() {
        assertThat(InputException.in(FILE, "cannot be read", new NoSuchFileException("elsewhere")))
                .hasMessage(NAME + ": cannot be read (there is no such file or folder)");
    }

    @Test
    void aLineIsNamed() {
        assertThat(InputException.at(FILE, 7, "cannot be read on", new IOException("Unexpected end of ZLIB input stream")))
                .hasMessage(NAME + ":7: cannot be read on (Unexpected end of ZLIB input stream)");
    }

    @Test
    void fromTheDiskItself(@TempDir Path folder) throws Exception {
        Path nothing = folder.resolve("nothing");
        assertThatThrownBy(() -> Hashes.of(nothing)).hasMessage(nothing + ": there is no such file or folder");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Folders.create(file)).hasMessage(file + ": cannot be created (" + file + " is in the way)");
    }

    @Test
    @EnabledIf("hasFullDevice")
    void fromADeviceThatIsFull() {
        assertThatThrownBy(() -> AtomicFiles.writeString(Path.of("/dev/full"), "text"))
                .isInstanceOf(ResourceException.class)
                .message()
                .matches("/dev/full: cannot be written \\([^/]+\\)");
    }

    static boolean hasFullDevice() {
        return Files.exists(Path.of("/dev/full"));
    }
}
