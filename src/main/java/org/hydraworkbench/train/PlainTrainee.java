package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.AdapterFolder;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.folder.ConfigFile;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.tokenizer.SpecialTokens;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.jspecify.annotations.Nullable;

/** A model of one vocabulary, from and to a Hugging Face folder. */
final class PlainTrainee implements Trainee {

    private final Decoder body;
    private final Tokenizer tokenizer;
    private final @Nullable Path base;

    /** @param base where the model is from; null for nowhere */
    private PlainTrainee(Decoder body, Tokenizer tokenizer, @Nullable Path base) {
        this.body = body;
        this.tokenizer = tokenizer;
        this.base = base;
    }

    /** Loads a Hugging Face folder. */
    static PlainTrainee load(TensorRuntime runtime, Path folder, Progress progress) throws HydraException {
        Tokenizer tokenizer = PretrainedFolder.open(folder).tokenizer();
        try {
            return new PlainTrainee(Decoder.load(runtime, folder, Decoder.Use.TRAIN, progress), tokenizer, folder);
        } catch (HydraException | RuntimeException e) {
            tokenizer.close();
            throw e;
        }
    }

    /** Fresh weights for a configuration, whose vocabulary becomes the tokenizer's. */
    static PlainTrainee fresh(TensorRuntime runtime, TrainStart.Fresh start, TrainOptions options) throws HydraException {
        DecoderConfig config = DecoderConfig.of(ConfigFile.read(start.config()));
        Tokenizer tokenizer = Tokenizer.load(start.tokenizer());
        try {
            SpecialTokens special = tokenizer.special();
            List<Integer> ends = special.eos().stream().boxed().toList();
            DecoderConfig fitted = config.withVocabulary(tokenizer.size(), special.bos(), ends, special.pad());
            TrainingEstimate.of(fitted, options).requireMemory(runtime);
            return new PlainTrainee(Decoder.random(runtime, fitted, options.seed()), tokenizer, null);
        } catch (HydraException | RuntimeException e) {
            tokenizer.close();
            throw e;
        }
    }

    @Override
    public Decoder body() {
        return body;
    }

    @Override
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    @Override
    public List<DirectionTables> directions() {
        return List.of(new DirectionTables(body.table(), List.of()));
    }

    @Override
    public void save(Path folder, Progress progress) throws HydraException {
        PretrainedFolder.copyAround(tokenizer.folder(), folder);
        body.save(folder, progress);
        if (base != null) {
            body.saveAdapter(folder.resolve(AdapterFolder.NAME), base);
        }
    }

    @Override
    public void close() {
        body.close();
        tokenizer.close();
    }
}
