package org.hydraworkbench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.testing.Languages;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.text.LanguagePair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service with a Hydra, which belongs to one thread at a time. */
class ServedHydraTest extends ServiceTest {

    @TempDir
    Path folder;

    private TensorRuntime runtime;
    private HydraModel model;
    private ServedHydra hydra;

    @BeforeEach
    void open() throws Exception {
        runtime = TensorRuntime.open(RuntimeOptions.defaults());
        model = HydraModel.open(runtime, SmallModels.hydra(folder), Progress.none());
        hydra = new ServedHydra(ServedHydra.alone(model), model.manifest(), GenerationOptions.greedy(8));
    }

    @AfterEach
    void closeHydra() throws Exception {
        service.close();
        model.close();
        runtime.close();
    }

    /** Has nothing but a Hydra, and what a person said before. */
    private static final class Silent implements Teacher, Lesson {

        @Override
        public List<LanguagePair> directions() {
            return List.of(THERE, THERE.reversed());
        }

        @Override
        public boolean teaches() {
            return false;
        }

        @Override
        public Lesson learn(LanguagePair direction, Progress progress) {
            return this;
        }

        @Override
        public Optional<Knowledge> knowledge(Progress progress) {
            return Optional.empty();
        }

        @Override
        public Map<String, String> sayings() {
            return Map.of("See day.", "Wali ass.");
        }

        @Override
        public void confirm(SentencePair texts, String answer) {}
    }

    @Test
    void manyAtOnceGetWhatOneGets() throws Exception {
        start(new EngineTranslator("hydra", new SmallTeacher(), hydra));
        List<String> texts = pairs().stream().limit(8).map(pair -> pair.source().replace("See", "See big")).toList();
        List<String> expected = new ArrayList<>();
        for (String text : texts) {
            expected.add(translate(text));
        }
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
            texts.forEach(text -> answers.add(clients.submit(() -> translate(text))));
        }
        for (int k = 0; k < texts.size(); k++) {
            assertThat(answers.get(k).get()).isEqualTo(expected.get(k));
        }
    }

    @Test
    void aHydraAloneKnowsAgainWhatAPersonSaid() throws Exception {
        start(new EngineTranslator("hydra", new Silent(), hydra));
        assertThat(translate("See day.")).isEqualTo("Wali ass.");
        assertThat(translate("See river.")).isNotEqualTo("Wali asif.");
        form("/suggest", "q", "See river.", "s", "Wali asif.", "source", "en", "target", "kab");
        assertThat(translate("See river.")).isEqualTo("Wali asif.");
        assertThat(object(form("/translate", "q", "See tree.", "source", "en", "target", "kab")).has("confidence")).as("not known").isFalse();
    }

    @Test
    void whatIsLongerThanTheContextIsTranslatedPartByPart() throws Exception {
        start(new EngineTranslator("hydra", new Silent(), hydra));
        assertThat(form("/translate", "q", "see ".repeat(2000), "source", "en", "target", "kab").statusCode()).isEqualTo(200);
    }

    /** Where it only reads a language, the other direction goes on by what the sentences teach. */
    @Test
    void aHydraThatOnlyReadsALanguageIsLeftOutOfTheDirectionIntoIt() throws Exception {
        model.close();
        model = HydraModel.open(runtime, SmallModels.onlyReads(folder.resolve("hydra"), Languages.ENGLISH), Progress.none());
        hydra = new ServedHydra(ServedHydra.alone(model), model.manifest(), GenerationOptions.greedy(8));
        start(new EngineTranslator("hydra", new SmallTeacher(), hydra));
        assertThat(translate("See river and tree.")).isEqualTo("Wali asif d aseklu.");
        assertThat(form("/translate", "q", "Wali asif d aseklu.", "source", "kab", "target", "en").body()).contains("See river and tree.");
        service.close();
        EngineTranslator alone = new EngineTranslator("hydra", new Silent(), hydra);
        assertThat(alone.directions()).containsExactly(THERE);
        start(alone);
        assertThat(form("/translate", "q", "Wali.", "source", "kab", "target", "en").statusCode()).isEqualTo(400);
    }
}
