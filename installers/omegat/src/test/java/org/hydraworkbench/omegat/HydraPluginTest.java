package org.hydraworkbench.omegat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.server.EngineTranslator;
import org.hydraworkbench.server.Lesson;
import org.hydraworkbench.server.LocalService;
import org.hydraworkbench.server.ServedTranslator;
import org.hydraworkbench.server.Teacher;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omegat.core.Core;
import org.omegat.core.glossaries.IGlossary;
import org.omegat.filters2.master.PluginUtils;
import org.omegat.gui.exttrans.IMachineTranslation;
import org.omegat.gui.glossary.GlossaryEntry;
import org.omegat.util.Language;
import org.omegat.util.Log;
import org.omegat.util.Preferences;
import org.omegat.util.RuntimePreferences;

/** The jar as OmegaT itself loads it, against a running service. */
class HydraPluginTest {

    private static final Language ENGLISH = new Language("en-US");
    private static final Language KABYLE = new Language("kab");
    private static final String[] NOUNS = {"house axxam", "book adlis", "day ass", "man argaz", "tree aseklu", "river asif", "road abrid"};

    @TempDir
    static Path config;

    private final EngineTranslator translator;
    private final LocalService service;

    HydraPluginTest() throws HydraException {
        translator = new EngineTranslator("small", new Nouns(), null);
        service = new LocalService(new WithTerms(translator));
    }

    @BeforeAll
    static void loadTheJar() throws Exception {
        Path plugins = Files.createDirectories(config.resolve("plugins"));
        Files.copy(Path.of(System.getProperty("plugin.jar")), plugins.resolve("hydra.jar"));
        RuntimePreferences.setConfigDir(config.toString());
        Log.setLevel(Level.OFF);
        Preferences.init();
        PluginUtils.loadPlugins(Map.of()); // some of its own miss libraries that are not there
        assertThat(Core.getPluginsLoadingErrors()).noneMatch(error -> error.contains("hydra"));
    }

    @AfterEach
    void close() {
        service.close();
    }

    private static final class Nouns implements Teacher {

        @Override
        public List<LanguagePair> directions() {
            return List.of(new LanguagePair(LanguageTag.of("en").orElseThrow(), LanguageTag.of("kab").orElseThrow()));
        }

        @Override
        public boolean teaches() {
            return true;
        }

        @Override
        public Lesson learn(LanguagePair direction, Progress progress) throws HydraException {
            List<SentencePair> pairs = new ArrayList<>();
            for (String one : NOUNS) {
                for (String two : NOUNS) {
                    String[] left = one.split(" ");
                    String[] right = two.split(" ");
                    if (!one.equals(two)) {
                        pairs.add(new SentencePair("See " + left[0] + " and " + right[0] + ".", "Wali " + left[1] + " d " + right[1] + "."));
                    }
                }
            }
            return Lesson.of(Knowledge.learn(PairSource.of(pairs), List.of(), AlignOptions.defaults(), progress), Decoding.usual());
        }
    }

    /** The same with a glossary. */
    private record WithTerms(EngineTranslator translator) implements ServedTranslator {

        @Override
        public String name() {
            return translator.name();
        }

        @Override
        public List<LanguagePair> directions() {
            return translator.directions();
        }

        @Override
        public Answer translateHtml(LanguagePair direction, String html, Progress progress) throws HydraException {
            return translator.translateHtml(direction, html, progress);
        }

        @Override
        public Answer translate(LanguagePair direction, String text, Progress progress) throws HydraException {
            return translator.translate(direction, text, progress);
        }

        @Override
        public void confirm(LanguagePair direction, SentencePair texts, Progress progress) throws HydraException {
            translator.confirm(direction, texts, progress);
        }

        @Override
        public List<Term> terms(LanguagePair direction) {
            return List.of(new Term("river", "asif"), new Term("sea", "lebḥer"));
        }
    }

    /** Of the classes that OmegaT has loaded, ours, which comes out of the jar. */
    private static <T> T loaded(List<Class<?>> classes, Class<T> kind) throws Exception {
        List<Class<?>> own = classes.stream().filter(each -> each.getName().startsWith("org.hydraworkbench.")).toList();
        assertThat(own).hasSize(1);
        assertThat(own.getFirst().getProtectionDomain().getCodeSource().getLocation().getPath()).endsWith("plugins/hydra.jar");
        return kind.cast(own.getFirst().getConstructor().newInstance());
    }

    private IMachineTranslation translate() throws Exception {
        IMachineTranslation translate = loaded(PluginUtils.getMachineTranslationClasses(), IMachineTranslation.class);
        translate.setEnabled(true);
        return translate;
    }

    private void serve() throws Exception {
        service.start(0);
        Preferences.setPreference("hydra_workbench_address", "http://127.0.0.1:" + service.port());
    }

    @Test
    void omegaTTranslatesByTheService() throws Exception {
        serve();
        IMachineTranslation hydra = translate();
        assertThat(hydra.getName()).isEqualTo("Hydra Workbench");
        assertThat(hydra.isConfigurable()).isTrue();
        assertThat(hydra.getTranslation(ENGLISH, KABYLE, "See tree and tree.")).isEqualTo("Wali aseklu d aseklu.");
        translator.confirm(translator.directions().getFirst(), new SentencePair("See tree and tree.", "Wali ttejra d ttejra."), Progress.none());
        assertThat(hydra.getTranslation(ENGLISH, KABYLE, "See tree and tree.")).as("corrected").isEqualTo("Wali ttejra d ttejra.");
        assertThat(hydra.getCachedTranslation(ENGLISH, KABYLE, "See tree and tree.")).isNull();
        hydra.setEnabled(false);
        assertThat(hydra.getTranslation(ENGLISH, KABYLE, "See day and day.")).isNull();
    }

    @Test
    void tagsStayAndMarksThatLookLikeHtmlStayThemselves() throws Exception {
        serve();
        assertThat(translate().getTranslation(ENGLISH, KABYLE, "<f0>See tree and tree.</f0> 1 < 2 & 3 > 2"))
                .startsWith("<f0>Wali aseklu d aseklu.</f0>")
                .doesNotContain("&lt;", "&amp;");
    }

    @Test
    void termsOfTheSentenceAreShown() throws Exception {
        serve();
        translate();
        IGlossary glossary = loaded(PluginUtils.getGlossaryClasses(), IGlossary.class);
        assertThat(glossary.search(ENGLISH, KABYLE, "See River and tree."))
                .extracting(GlossaryEntry::getSrcText, GlossaryEntry::getLocText)
                .containsExactly(tuple("river", "asif"));
        assertThat(glossary.search(ENGLISH, new Language("fr"), "See river.")).as("nothing is known of that").isEmpty();
    }

    @Test
    void whatGoesWrongIsToldInASentence() throws Exception {
        serve();
        IMachineTranslation hydra = translate();
        assertThatThrownBy(() -> hydra.getTranslation(ENGLISH, new Language("fr"), "See tree."))
                .hasMessage("There is no translation from \"en-US\" to \"fr\" here; there is en to kab.");
        service.close();
        assertThatThrownBy(() -> hydra.getTranslation(ENGLISH, KABYLE, "See road."))
                .isInstanceOf(ConnectException.class)
                .hasMessageMatching("Hydra Workbench does not answer at http://127\\.0\\.0\\.1:\\d+; start it with \"hydra serve\"\\.");
    }
}
