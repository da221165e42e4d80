package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayCheckTest {

    private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":0");

    @Test
    void aDisplayAndGtkAreEnough() {
        assertThat(new DisplayCheck("Linux", "", DISPLAY, library -> true).missing()).isEmpty();
        assertThat(new DisplayCheck("Linux", "", Map.of("WAYLAND_DISPLAY", "wayland-0"), library -> true).missing())
                .isEmpty();
    }

    @Test
    void aMissingDisplayIsToldInOneLine() {
        assertThat(new DisplayCheck("Linux", "", Map.of(), library -> true).missing())
                .hasValueSatisfying(line -> assertThat(line).contains("display").doesNotContain("\n"));
    }

    @Test
    void missingGtkNamesThePackages() {
        assertThat(new DisplayCheck("Linux", "", DISPLAY, library -> false).missing())
                .hasValueSatisfying(line -> assertThat(line).contains("libgtk-3-0", "gtk3").doesNotContain("\n"));
    }

    @Test
    void otherSystemsAlwaysHaveAScreen() {
        assertThat(new DisplayCheck("Mac OS X", "", Map.of(), library -> false).missing()).isEmpty();
        assertThat(new DisplayCheck("Windows 11", "", Map.of(), library -> false).missing()).isEmpty();
    }

    @Test
    void theHeadlessPlatformNeedsNeither() {
        assertThat(new DisplayCheck("Linux", "Headless", Map.of(), library -> false).missing()).isEmpty();
    }
}
