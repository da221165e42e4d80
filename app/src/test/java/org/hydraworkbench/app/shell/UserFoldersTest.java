package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void linuxFollowsTheXdgSpecification() {
        assertThat(UserFolders.settings("Linux", HOME, Map.of()))
                .isEqualTo(Path.of("/home/ada/.config/hydra-workbench"));
        assertThat(UserFolders.settings("Linux", HOME, Map.of("XDG_CONFIG_HOME", "/etc/ada")))
                .isEqualTo(Path.of("/etc/ada/hydra-workbench"));
    }

    @Test
    void relativeXdgPathsAreIgnored() {
        assertThat(UserFolders.settings("Linux", HOME, Map.of("XDG_CONFIG_HOME", "conf")))
                .isEqualTo(Path.of("/home/ada/.config/hydra-workbench"));
    }

    @Test
    void macKeepsSettingsInTheLibrary() {
        assertThat(UserFolders.settings("Mac OS X", HOME, Map.of()))
                .isEqualTo(Path.of("/home/ada/Library/Application Support/Hydra Workbench"));
    }

    @Test
    void windowsKeepsSettingsInAppData() {
        assertThat(UserFolders.settings("Windows 11", HOME, Map.of("APPDATA", "/roaming")))
                .isEqualTo(Path.of("/roaming/Hydra Workbench"));
    }
}
