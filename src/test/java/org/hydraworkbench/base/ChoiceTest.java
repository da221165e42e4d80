package org.hydraworkbench.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    private enum Material {
        PAIRS,
        TARGET_TEXT,
        LISTS
    }

    private static final Choice<Material> MATERIALS = Choice.of(Material.values(), material -> switch (material) {
        case PAIRS -> "pairs";
        case TARGET_TEXT -> "target-text";
        case LISTS -> "word-lists";
    });

    @Test
    void aCodeStandsForItsValueBothWays() {
        for (Material material : Material.values()) {
            assertThat(MATERIALS.find(MATERIALS.code(material))).contains(material);
        }
        assertThat(MATERIALS.code(Material.LISTS)).isEqualTo("word-lists");
    }

    @Test
    void namesThatJavaWroteAreFound() {
        assertThat(MATERIALS.find("TARGET_TEXT")).contains(Material.TARGET_TEXT);
        assertThat(MATERIALS.find(" Target-Text ")).contains(Material.TARGET_TEXT);
    }

    @Test
    void caseIsIgnoredInATurkishLocaleToo() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr"));
        try {
            assertThat(MATERIALS.find("PAIRS")).contains(Material.PAIRS);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aNameInJavaThatIsNoCodeIsNotFound() {
        assertThat(MATERIALS.find("LISTS")).isEmpty();
        assertThat(MATERIALS.find("")).isEmpty();
    }

    @Test
    void codesAreListedAsAPersonWould() {
        assertThat(MATERIALS.list()).isEqualTo("pairs, target-text or word-lists");
        assertThat(Choice.of(new String[] {"a"}, value -> value).list()).isEqualTo("a");
    }

    @Test
    void codesThatLookAlikeAreRefused() {
        assertThatThrownBy(() -> Choice.of(new Integer[] {1, 2}, value -> value == 1 ? "a-b" : "A_B"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A_B");
    }
}
