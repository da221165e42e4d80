package org.hydraworkbench.omegat;

import org.omegat.core.Core;

/** What OmegaT calls when it loads the plug-in; the glossary is named in the manifest. */
public final class HydraPlugin {

    private HydraPlugin() {}

    /** Called by OmegaT when it starts. */
    public static void loadPlugins() {
        Core.registerMachineTranslationClass(HydraTranslate.class);
    }

    /** Called by OmegaT when it ends; there is nothing to do. */
    public static void unloadPlugins() {}
}
