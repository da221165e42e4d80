package org.hydraworkbench.project.demo;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.measures.HydraTranslator;
import org.hydraworkbench.project.settings.EvaluationSettings;
import org.hydraworkbench.text.Tsv;

/**
 * Held-out sentences with what the current Hydra makes of them, line by line.
 *
 * @param sources what was translated
 * @param references what people wrote
 * @param translations what the Hydra wrote
 */
public record DemoRun(List<String> sources, List<String> references, List<String> translations) {

    /** Translates the first held-out pairs of a project. */
    public static DemoRun of(Project project, EvaluationSettings settings, TensorRuntime runtime, Progress progress)
            throws HydraException {
        Artefact hydra = project.artefacts()
                .hydra()
                .orElseThrow(() -> new InputException("This needs a Hydra; put one together first."));
        List<SentencePair> pairs = project.corpora().first(settings.role(), settings.pairs());
        List<String> sources = pairs.stream().map(SentencePair::source).toList();
        try (HydraModel model = HydraModel.open(runtime, hydra.folder(), progress)) {
            HydraTranslator translator = HydraTranslator.of(model, project.info(), settings);
            List<String> translations = new ArrayList<>();
            progress.message("Translating");
            for (String source : sources) {
                progress.checkCancelled();
                translations.add(translator.translate(source, progress));
                progress.update(translations.size(), sources.size());
            }
            return new DemoRun(sources, pairs.stream().map(SentencePair::target).toList(), translations);
        }
    }

    /** The lines as a table: source, reference, translation. */
    public String table() {
        StringBuilder table = new StringBuilder();
        for (int k = 0; k < sources.size(); k++) {
            table.append(Tsv.row(sources.get(k), references.get(k), translations.get(k)));
        }
        return table.toString();
    }

    /** The translations of a {@link #table}. */
    public static List<String> translations(String table) {
        return table.lines().map(line -> line.split("\t", -1)[2]).toList();
    }
}
