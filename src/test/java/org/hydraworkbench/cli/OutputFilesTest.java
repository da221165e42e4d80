package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hydraworkbench.base.UsageException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {

    @TempDir
    Path folder;

    @Test
    void foldersThatAreMissingCanBeMade() {
        assertThatCode(() -> OutputFiles.of("--out", folder.resolve("a/b/c.txt")).and("--scores", Path.of("here.txt")))
                .doesNotThrowAnyException();
    }

    @Test
    void aFileWhereAFolderIsNeededIsWrongUse() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        for (String place : new String[] {"m", "deep/m"}) {
            assertThatThrownBy(() -> OutputFiles.of("--save-model", file.resolve(place)))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("--save-model")
                    .hasMessageContaining(file + " is not a folder");
        }
    }

    @Test
    void oneFileByTwoWaysIsOneFile() {
        try {
            Files.createSymbolicLink(folder.resolve("self"), Path.of("."));
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("this system makes no symbolic links");
        }
        for (String name : new String[] {"a.ph", "new/a.ph", "new/../a.ph"}) {
            assertThatThrownBy(() -> OutputFiles.of("--out", folder.resolve("self").resolve(name)).and("--scores", folder.resolve(name)))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("--out and --scores");
        }
        assertThatCode(() -> OutputFiles.of("--out", folder.resolve("self/a")).and("--scores", folder.resolve("b")))
                .doesNotThrowAnyException();
    }
}
