package org.hydraworkbench.train;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.hydra.HydraManifest;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.PromptTemplate;
import org.hydraworkbench.hydra.PromptTemplates;
import org.hydraworkbench.hydra.TranslationListener;
import org.hydraworkbench.model.AdapterFolder;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * A Hydra in training to translate into the language of its body, out of it, or both; the other language's tables stay as they are, so
 * that the body keeps reading and writing that language.
 */
final class HydraTrainee implements Trainee {

    private final HydraModel hydra;
    private final LanguageTag from;
    private final LanguageTag to;
    private final PromptTemplate template;
    private final List<Directions> directions;

    private HydraTrainee(HydraModel hydra, LanguageTag from, LanguageTag to, PromptTemplate template, Directions directions) {
        this.hydra = hydra;
        this.from = from;
        this.to = to;
        this.template = template;
        this.directions = directions.each();
    }

    /** Opens the start's folder. */
    static HydraTrainee load(TensorRuntime runtime, TrainStart.Hydra start, Progress progress) throws HydraException {
        Path folder = start.folder();
        HydraModel hydra = HydraModel.open(runtime, folder, Decoder.Use.TRAIN, progress);
        try {
            LanguageTag to = hydra.manifest().bodyLanguage();
            LanguageTag from = start.from() == null
                    ? hydra.languages().stream()
                            .filter(language -> !language.equals(to))
                            .findFirst()
                            .orElseThrow(() -> InputException.in(
                                    folder, "has only the head " + to + "; translating needs another language's head too"))
                    : LanguageTag.parse(start.from());
            HydraTrainee trainee = new HydraTrainee(hydra, from, to, template(hydra, start), start.directions());
            trainee.requireHeads();
            return trainee;
        } catch (HydraException | RuntimeException e) {
            hydra.close();
            throw e;
        }
    }

    /** Fails now rather than after the data was read. */
    private void requireHeads() throws HydraException {
        hydra.tokenizer(from);
        if (from.equals(to)) {
            throw new UsageException(hydra.folder() + ": " + to + " is the language of the body; give the other language of the pairs.");
        }
        if (directions.contains(Directions.BACK) && !hydra.manifest().writes(from)) {
            throw new UsageException(hydra.folder() + ": reads " + from + " but cannot write it, so that it cannot learn to translate back from "
                    + to + "; train it with --directions there.");
        }
    }

    private static PromptTemplate template(HydraModel hydra, TrainStart.Hydra start) throws HydraException {
        String name = start.template();
        if (name == null) {
            return hydra.manifest().templates().getFirst();
        }
        PromptTemplate own = hydra.manifest().template(name).orElse(null);
        return own == null ? PromptTemplates.find(name) : own;
    }

    /** The language that is not the body's. */
    LanguageTag from() {
        return from;
    }

    /** The language of the body. */
    LanguageTag to() {
        return to;
    }

    /** What turns sentence pairs into the sequences that are trained on, for each direction. */
    List<ExampleEncoder> examples() throws HydraException {
        List<ExampleEncoder> encoders = new ArrayList<>();
        for (LanguagePair pair : pairs()) {
            encoders.add(new ExampleEncoder(hydra.encoder(template, pair.from(), pair.to()), pair.to().equals(to), hydra.tokenizer(to)));
        }
        return encoders;
    }

    /**
     * Bits for a byte of the translations of pairs, given what they are translated from, as they are put in training: what ends a
     * translation is predicted too. All directions that are trained count as one.
     *
     * @param pairs the other language first
     */
    double bitsPerByte(List<SentencePair> pairs, Progress progress) throws HydraException {
        double nats = 0;
        long bytes = 0;
        for (LanguagePair way : pairs()) {
            List<SentencePair> turned = way.to().equals(to) ? pairs : pairs.stream().map(SentencePair::reversed).toList();
            for (HydraModel.Likelihood each : hydra.likelihoods(way.from(), way.to(), turned, template, progress)) {
                nats -= each.logProbability();
            }
            bytes += turned.stream().mapToLong(pair -> pair.target().getBytes(StandardCharsets.UTF_8).length).sum();
        }
        return nats / Math.log(2) / bytes;
    }

    /**
     * Translations of pairs in the first direction that is trained, by the weights as they are now.
     *
     * @param pairs the other language first
     */
    List<Sample> translations(List<SentencePair> pairs, GenerationOptions options, Progress progress) throws HydraException {
        LanguagePair way = pairs().getFirst();
        hydra.generator().forget(); // it has read with other weights
        List<Sample> written = new ArrayList<>();
        for (SentencePair pair : pairs) {
            SentencePair turned = way.to().equals(to) ? pair : pair.reversed();
            String text = hydra.translate(way.from(), way.to(), turned.source(), template, options, TranslationListener.none(), progress).text();
            written.add(new Sample(turned.source(), text, turned.target()));
        }
        hydra.generator().forget(); // the memory is the training's
        return written;
    }

    @Override
    public Decoder body() {
        return hydra.body();
    }

    @Override
    public Tokenizer tokenizer() throws HydraException {
        return hydra.tokenizer(to);
    }

    @Override
    public List<DirectionTables> directions() throws HydraException {
        List<DirectionTables> tables = new ArrayList<>();
        for (LanguagePair pair : pairs()) {
            tables.add(new DirectionTables(hydra.table(pair.to()), List.of(hydra.table(pair.from()))));
        }
        return tables;
    }

    /** What is learnt, in the order of the batches. */
    private List<LanguagePair> pairs() {
        LanguagePair there = new LanguagePair(from, to);
        return directions.stream().map(direction -> direction == Directions.THERE ? there : there.reversed()).toList();
    }

    @Override
    public void save(Path folder, Progress progress) throws HydraException {
        hydra.save(folder, template, pairs(), progress);
        hydra.body().saveAdapter(HydraManifest.body(folder).resolve(AdapterFolder.NAME), HydraManifest.body(hydra.folder()));
    }

    @Override
    public void close() {
        hydra.close();
    }
}
