package org.hydraworkbench.app.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hydraworkbench.app.shell.Settings;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.eval.LanguageModelEvaluator;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.transfer.EmbeddingTables;
import org.hydraworkbench.transfer.TableFacts;

/** Measures results on lines that no step trains on. */
record Measuring(Project project, List<Artefact> results, Settings settings) implements Job<Map<Long, Measured>> {

    private static final int LINES = 100;

    @Override
    public String title() {
        return Texts.format("transfer.measure.job", results.size());
    }

    @Override
    public Map<Long, Measured> run(Progress progress) throws HydraException {
        List<String> lines = heldOut(project);
        Map<Long, Measured> measured = new LinkedHashMap<>();
        try (TensorRuntime runtime = TensorRuntime.open(settings.runtimeOptions())) {
            for (Artefact result : results) {
                progress.checkCancelled();
                progress.update(measured.size(), results.size());
                progress.message(result.name());
                measured.put(result.id(), measure(runtime, result, lines, progress));
            }
        }
        return measured;
    }

    private static Measured measure(TensorRuntime runtime, Artefact result, List<String> lines, Progress progress)
            throws HydraException {
        TableFacts table;
        try (EmbeddingTables tables = EmbeddingTables.open(result.folder())) {
            table = TableFacts.of(tables.input(), progress);
        }
        try (Tokenizer tokenizer = Tokenizer.load(result.folder());
                Decoder decoder = Decoder.load(runtime, result.folder(), Progress.none())) {
            double bits = new LanguageModelEvaluator(decoder, decoder.table(), tokenizer, tokenizer)
                    .score(lines, Progress.none())
                    .bitsPerByte();
            return new Measured(table, bits);
        }
    }

    /** The first lines of the development corpora, else of the test corpora, in the new language. */
    private static List<String> heldOut(Project project) throws HydraException {
        CorpusInfo corpus = corpus(project).orElseThrow(() -> new InputException(Texts.get("transfer.measure.noText")));
        PairFilter filter = PairFilter.all().withCorpus(corpus.id()).withExcluded(false);
        return project.corpora().page(filter, PairOrder.CORPUS, 0, LINES).stream()
                .map(PairRow::target)
                .toList();
    }

    /** A corpus that nothing trains on: for development, else for test. */
    static Optional<CorpusInfo> corpus(Project project) throws HydraException {
        List<CorpusInfo> all = project.corpora().list();
        return Stream.of(CorpusRole.DEVELOPMENT, CorpusRole.TEST)
                .flatMap(role -> all.stream().filter(one -> one.role() == role))
                .findFirst();
    }
}
