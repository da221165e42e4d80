package org.hydraworkbench.app.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The start script for Windows, as cmd reads it; Windows itself is not at hand where the tests run. */
class WindowsScriptTest {

    private static final Path SCRIPT = Path.of("src/main/dist/bin/hydra.bat");

    /** cmd counts quotes and knows no backslash before one: what stands outside of them is taken for commands and signs. */
    @Test
    void closesEveryQuoteInItsLine() throws Exception {
        assertThat(lines()).allSatisfy(line -> assertThat(line.chars().filter(sign -> sign == '"').count() % 2).as(line).isZero());
    }

    @Test
    void endsLinesAsCmdNeedsThemToFindItsLabels() throws Exception {
        String text = Files.readString(SCRIPT, StandardCharsets.US_ASCII);
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(lines()).contains(":try");
    }

    /** With delayed expansion an exclamation mark in a path or a sentence is lost; call expands percent signs a second time. */
    @Test
    void expandsNothingTwice() throws Exception {
        assertThat(lines()).contains("setlocal enableextensions disabledelayedexpansion");
        assertThat(lines()).noneMatch(line -> line.matches(".*\\bcall\\b.*%.*"));
    }

    @Test
    void opensTheConsoleForAllLettersAndSetsItBack() throws Exception {
        List<String> lines = lines();
        int java = lines.indexOf(lines.stream().filter(line -> line.contains("\\bin\\java.exe\" --")).findFirst().orElseThrow());
        assertThat(lines.subList(0, java)).anyMatch(line -> line.startsWith("chcp 65001"));
        assertThat(lines.subList(java, lines.size())).anyMatch(line -> line.contains("chcp %PAGE%"));
        assertThat(lines.get(lines.indexOf(":try") - 2)).isEqualTo("exit /b %CODE%");
    }

    private static List<String> lines() throws Exception {
        return Files.readString(SCRIPT, StandardCharsets.US_ASCII).lines().toList();
    }
}
