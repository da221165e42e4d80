package org.hydraworkbench.cli;

import org.hydraworkbench.base.ProgramVersion;
import picocli.CommandLine;

/** What {@code hydra --version} prints. */
final class VersionProvider implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"hydra " + ProgramVersion.get()};
    }
}
