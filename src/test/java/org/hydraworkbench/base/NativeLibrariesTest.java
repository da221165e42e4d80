package org.hydraworkbench.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {

    @TempDir
    Path folder;

    private Path library;

    @BeforeEach
    void libraries() throws IOException {
        Assumptions.assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("unix"));
        folder = folder.toRealPath();
        library = Files.createDirectories(folder.resolve("home/cache/engine")).resolve("lib.so");
        Files.writeString(library, "code");
        allow("home", "rwxr-xr-x");
        allow("home/cache", "rwx------");
        allow("home/cache/engine", "rwxr-xr-x");
    }

    private void allow(String name, String permissions) throws IOException {
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString(permissions));
    }

    private boolean isSafe() throws IOException {
        return NativeLibraries.isSafe(folder.resolve("home/cache"));
    }

    @Test
    void aFolderOfOnesOwnIsSafeAndKeepsNothingOfTheLook() throws Exception {
        assertThat(isSafe()).isTrue();
        assertThat(Folders.files(folder)).containsExactly(library);
    }

    @Test
    void whatOthersCanWriteIsNot() throws IOException {
        for (String open : new String[] {"home", "home/cache", "home/cache/engine"}) {
            allow(open, "rwxrwxrwx");
            assertThat(isSafe()).as(open).isFalse();
            allow(open, "rwxr-xr-x");
        }
        assertThat(isSafe()).isTrue();
    }

    /** As in /tmp: whoever may write there still cannot rename what is another's. */
    @Test
    void belowAFolderWithTheStickyMarkIsSafe() throws IOException {
        Files.setAttribute(folder.resolve("home"), "unix:mode", 01777);
        assertThat(isSafe()).isTrue();
        Files.setAttribute(folder.resolve("home/cache"), "unix:mode", 01777);
        assertThat(isSafe()).as("but itself it must be closed").isFalse();
    }

    @Test
    void whatBelongsToAnotherIsNot() throws IOException {
        int own = (Integer) Files.getAttribute(library, "unix:uid");
        Assumptions.assumeTrue(own == 0, "only the administrator can give files away");
        for (String place : new String[] {"home/cache/engine/lib.so", "home/cache/engine", "home/cache", "home"}) {
            Files.setAttribute(folder.resolve(place), "unix:uid", 1234);
            assertThat(isSafe()).as(place).isFalse();
            Files.setAttribute(folder.resolve(place), "unix:uid", own);
        }
        assertThat(isSafe()).isTrue();
    }

    @Test
    void whyALibraryFailedIsToldWithoutClasses() {
        Throwable failure = new IllegalStateException("unexpected flavor", new UncheckedIOException(new IOException("No space left on device")));
        assertThat(NativeLibraries.failure("The library", failure).getMessage())
                .startsWith("The library cannot be unpacked or loaded (No space left on device); free some disk space")
                .doesNotContain("Exception");
    }
}
