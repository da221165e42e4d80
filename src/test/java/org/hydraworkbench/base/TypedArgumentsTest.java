package org.hydraworkbench.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedArgumentsTest {

    private static final String MAIN = "org.hydraworkbench.cli.Main";

    @Test
    void takesWhatStandsAfterTheMainClass() {
        List<String> line = List.of("java.exe", "-Xmx1g", "-cp", "lib\\*", MAIN, "translate", "--text", "Где собака?");
        assertThat(TypedArguments.end(line, MAIN, "translate", "--text", "??? ???????")).containsExactly("translate", "--text", "Где собака?");
        assertThat(TypedArguments.end(line.subList(0, 5), MAIN)).isEmpty();
    }

    @Test
    void takesWhatStandsAfterTheProgramOfAPackage() {
        assertThat(TypedArguments.end(List.of("hydra.exe", "status", "қазақ.hydra"), MAIN, "status", "?????.hydra"))
                .containsExactly("status", "қазақ.hydra");
    }

    @Test
    void keepsWhatWasGivenWhereJavaTookTheLineOtherwise() {
        assertThat(TypedArguments.end(List.of("java.exe", MAIN, "align", "*.tsv"), MAIN, "align", "a.tsv", "b.tsv"))
                .containsExactly("align", "a.tsv", "b.tsv");
        assertThat(TypedArguments.end(List.of("java.exe", MAIN, "align", "*.tsv"), MAIN, "align")).containsExactly("align");
        assertThat(TypedArguments.end(List.of(), MAIN, "align")).containsExactly("align");
    }

    @Test
    void readsWideStringsBehindPointers() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pointers = arena.allocate(ValueLayout.ADDRESS, 2);
            pointers.setAtIndex(ValueLayout.ADDRESS, 0, arena.allocateFrom("ɣur-i 𐤀", StandardCharsets.UTF_16LE));
            pointers.setAtIndex(ValueLayout.ADDRESS, 1, arena.allocateFrom("", StandardCharsets.UTF_16LE));
            assertThat(TypedArguments.wideStrings(pointers, 2)).containsExactly("ɣur-i 𐤀", "");
        }
    }
}
