package org.hydraworkbench.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.hydraworkbench.testing.CancelAfter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path place;

    private Path from;
    private Path to;

    @BeforeEach
    void fill() throws Exception {
        from = place.resolve("from");
        to = place.resolve("to");
        write("a/deep/one", "1");
        write("a.txt", "22");
        write("b", "333");
    }

    private void write(String name, String content) throws Exception {
        Path file = from.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    void filesComeSortedByTheirPathAndAFoldersOwnContentByName() throws Exception {
        // The dot comes before the stroke between folders.
        assertThat(Folders.files(from)).containsExactly(from.resolve("a.txt"), from.resolve("a/deep/one"), from.resolve("b"));
        assertThat(Folders.list(from)).containsExactly(from.resolve("a"), from.resolve("a.txt"), from.resolve("b"));
        assertThat(Folders.size(from)).isEqualTo(6);
    }

    @Test
    void aCopyHoldsEverythingAndReportsBytes() throws Exception {
        long[] last = new long[2];
        Folders.copy(from, to, new CancelAfter(100) {
            @Override
            public void update(long done, long total) {
                last[0] = done;
                last[1] = total;
            }
        });
        assertThat(to.resolve("a/deep/one")).hasContent("1");
        assertThat(to.resolve("a.txt")).hasContent("22");
        assertThat(to.resolve("b")).hasContent("333");
        assertThat(last).containsExactly(6, 6);
    }

    @Test
    void copyingCanBeStopped() {
        assertThatThrownBy(() -> Folders.copy(from, to, new CancelAfter(1))).isInstanceOf(CancelledException.class);
        assertThat(to.resolve("b")).doesNotExist();
    }

    @Test
    void whatIsThereIsNotCopiedOver() throws Exception {
        Files.createDirectories(to);
        Files.writeString(to.resolve("b"), "mine");
        assertThatThrownBy(() -> Folders.copyFile(from.resolve("b"), to.resolve("b"), Progress.none()))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("is in the way");
        assertThat(to.resolve("b")).hasContent("mine");
    }

    /** The rights are looked at because a privileged user may write to any file. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theCopyOfAReadOnlyFileCanBeWrittenAndForced() throws Exception {
        Files.setPosixFilePermissions(from.resolve("b"), PosixFilePermissions.fromString("r--r--r--"));
        Folders.copy(from, to, Progress.none());
        assertThat(Files.getPosixFilePermissions(to.resolve("b"))).contains(PosixFilePermission.OWNER_WRITE);
        Folders.force(to);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderMayBeALinkAndSoMayFilesInIt() throws Exception {
        Files.createSymbolicLink(from.resolve("link"), from.resolve("b"));
        Files.createSymbolicLink(from.resolve("round"), from);
        Path shortcut = Files.createSymbolicLink(place.resolve("shortcut"), from);
        Folders.copy(shortcut, to, Progress.none());
        assertThat(to.resolve("link")).hasContent("333");
        assertThat(Files.isSymbolicLink(to.resolve("link"))).isFalse();
        assertThat(to.resolve("a/deep/one")).hasContent("1");
        assertThat(to.resolve("round")).doesNotExist();
    }

    @Test
    void linksTakeNoRoomWhereTheDiskCan() throws Exception {
        Folders.link(from, to, Set.of());
        assertThat(to.resolve("a/deep/one")).hasContent("1");
        Object inode = fileKey(from.resolve("b"));
        if (inode != null) {
            assertThat(fileKey(to.resolve("b"))).isEqualTo(inode);
        }
    }

    private static Object fileKey(Path file) throws Exception {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    @Test
    void linkingReplacesWhatWasThereAndLeavesOutWhatIsNamed() throws Exception {
        Files.createDirectories(to);
        Files.writeString(to.resolve("b"), "old");
        Files.writeString(to.resolve("mine"), "stays");
        for (int twice = 0; twice < 2; twice++) {
            Folders.link(from, to, Set.of("deep", "a.txt"));
        }
        assertThat(to.resolve("b")).hasContent("333");
        assertThat(to.resolve("mine")).hasContent("stays");
        assertThat(Folders.list(to)).containsExactly(to.resolve("a"), to.resolve("b"), to.resolve("mine"));
        assertThat(to.resolve("a")).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void deletingTakesLinksAndNotWhatTheyPointTo() throws Exception {
        Files.createDirectories(to);
        Path kept = Files.writeString(place.resolve("kept"), "kept");
        Files.createSymbolicLink(to.resolve("link"), kept);
        Files.createSymbolicLink(to.resolve("folder"), from);
        Files.createSymbolicLink(to.resolve("dangling"), place.resolve("nowhere"));
        Folders.delete(to);
        assertThat(to).doesNotExist();
        assertThat(kept).exists();
        assertThat(from.resolve("b")).exists();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToNothingIsDeletedToo() throws Exception {
        Path dangling = Files.createSymbolicLink(place.resolve("dangling"), place.resolve("nowhere"));
        Folders.delete(dangling);
        assertThat(Files.exists(dangling, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void deletingWhatIsNotThereIsFine() throws Exception {
        Folders.delete(place.resolve("nothing"));
        Folders.delete(from.resolve("b"));
        assertThat(from.resolve("b")).doesNotExist();
    }

    @Test
    void aMissingFolderIsToldInWords() {
        assertThatThrownBy(() -> Folders.files(place.resolve("nothing")))
                .isInstanceOf(InputException.class)
                .hasMessage(place.resolve("nothing") + ": there is no such file or folder");
        assertThatThrownBy(() -> Folders.list(from.resolve("b")))
                .isInstanceOf(InputException.class)
                .hasMessage(from.resolve("b") + ": cannot be read (" + from.resolve("b") + " is not a folder)");
    }
}
