package org.hydraworkbench.testing;

import org.hydraworkbench.text.LanguageTag;

/** The languages of the tests. */
public final class Languages {

    public static final LanguageTag ENGLISH = LanguageTag.of("en").orElseThrow();
    public static final LanguageTag KABYLE = LanguageTag.of("kab").orElseThrow();
    public static final LanguageTag ESPERANTO = LanguageTag.of("eo").orElseThrow();

    private Languages() {}
}
