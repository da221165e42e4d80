package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.Unit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the sentences of a bitext are cut into. */
final class UnitsMixin {

    @Reads(Place.TOKENIZER)
    @Option(names = "--source-tokenizer", paramLabel = "DIR", description = "Folder with the source tokenizer.")
    private @Nullable Path sourceTokenizer;

    @Reads(Place.TOKENIZER)
    @Option(names = "--target-tokenizer", paramLabel = "DIR", description = "Folder with the target tokenizer.")
    private @Nullable Path targetTokenizer;

    @Option(names = "--unit", paramLabel = "UNIT",
            description = "What is linked: given (between spaces; the default without tokenizers), word (Unicode words), token, or"
                    + " unit (the tokens of a word together; the default with tokenizers, and what 'map --alignment' expects).")
    private @Nullable String unit;

    /** The segmenters of both sides; closing them closes their tokenizers. */
    record Units(Segmenter source, Segmenter target, @Nullable Tokenizer sourceTokenizer, @Nullable Tokenizer targetTokenizer)
            implements AutoCloseable {

        @Override
        public void close() {
            if (sourceTokenizer != null) {
                sourceTokenizer.close();
            }
            if (targetTokenizer != null) {
                targetTokenizer.close();
            }
        }
    }

    /** Whether any of the options was given. */
    boolean given() {
        return unit != null || sourceTokenizer != null || targetTokenizer != null;
    }

    /** Refuses options that do not fit together; to be called before long work. */
    void check() throws UsageException {
        if ((sourceTokenizer == null) != (targetTokenizer == null)) {
            throw new UsageException("Give both --source-tokenizer and --target-tokenizer, or neither.");
        }
        unit();
    }

    Units open() throws HydraException {
        check();
        Unit kind = unit();
        if (sourceTokenizer == null || targetTokenizer == null) {
            return new Units(Segmenter.of(kind, null), Segmenter.of(kind, null), null, null);
        }
        Tokenizer source = Tokenizer.load(sourceTokenizer);
        try {
            Tokenizer target = Tokenizer.load(targetTokenizer);
            return new Units(Segmenter.of(kind, source), Segmenter.of(kind, target), source, target);
        } catch (HydraException e) {
            source.close();
            throw e;
        }
    }

    private Unit unit() throws UsageException {
        boolean withTokenizers = sourceTokenizer != null;
        if (unit == null) {
            return withTokenizers ? Unit.UNIT : Unit.GIVEN;
        }
        for (Unit value : Unit.values()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(unit)) {
                if (!withTokenizers && (value == Unit.TOKEN || value == Unit.UNIT)) {
                    throw new UsageException("--unit " + unit + " needs --source-tokenizer and --target-tokenizer.");
                }
                return value;
            }
        }
        throw new UsageException("--unit " + unit + ": there are the units given, word, token and unit.");
    }
}
