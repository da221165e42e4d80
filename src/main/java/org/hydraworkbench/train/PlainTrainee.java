package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.folder.ConfigFile;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.tokenizer.SpecialTokens;
import org.hydraworkbench.tokenizer.Tokenizer;

/** A model of one vocabulary, from and to a Hugging Face folder. */
final class PlainTrainee implements Trainee {

    private final Decoder body;
    private final Tokenizer tokenizer;

    private PlainTrainee(Decoder body, Tokenizer tokenizer) {
        this.body = body;
        this.tokenizer = tokenizer;
    }

    /** Loads a Hugging Face folder. */
    static PlainTrainee load(TensorRuntime runtime, Path folder, Progress progress) throws HydraException {
        Tokenizer tokenizer = PretrainedFolder.open(folder).tokenizer();
        try {
            return new PlainTrainee(Decoder.load(runtime, folder, Decoder.Use.TRAIN, progress), tokenizer);
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
            return new PlainTrainee(Decoder.random(runtime, fitted, options.seed()), tokenizer);
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
    }

    @Override
    public void close() {
        body.close();
        tokenizer.close();
    }
}
