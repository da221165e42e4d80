package org.hydraworkbench.omegat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.omegat.core.glossaries.IGlossary;
import org.omegat.gui.glossary.GlossaryEntry;
import org.omegat.util.Language;
import org.omegat.util.Log;
import org.omegat.util.Preferences;

/** Shows the terms that the workbench keeps to, in OmegaT's pane of the glossary; while its machine translation is switched on. */
public final class HydraGlossary implements IGlossary {

    private static final String ORIGIN = "Hydra Workbench";

    /** Called by OmegaT. */
    public HydraGlossary() {}

    @Override
    public List<GlossaryEntry> search(Language from, Language to, String text) throws InterruptedException {
        List<GlossaryEntry> found = new ArrayList<>();
        if (!Preferences.isPreference(HydraTranslate.SWITCH)) {
            return found;
        }
        String small = text.toLowerCase(Locale.ROOT);
        try {
            for (Map.Entry<String, String> term : Service.terms(from, to).entrySet()) {
                if (small.contains(term.getKey().toLowerCase(Locale.ROOT))) {
                    found.add(new GlossaryEntry(term.getKey(), term.getValue(), "", false, ORIGIN));
                }
            }
        } catch (IOException e) {
            Log.log(e.getMessage()); // the machine translation of the same sentence tells the person
        }
        return found;
    }
}
