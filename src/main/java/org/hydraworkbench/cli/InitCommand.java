package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.mapping.TokenMapping;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.transfer.Transfer;
import org.hydraworkbench.transfer.TransferMethod;
import org.hydraworkbench.transfer.TransferOptions;
import org.hydraworkbench.weights.DType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra init}: gives a model a new vocabulary. */
@Command(
        name = "init",
        description = "Gives a model a new vocabulary: new embedding tables, all else as it was.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

    /** The names of the methods, for the help. */
    static final class Methods implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(TransferMethod.values()).map(TransferMethod::id).iterator();
        }
    }

    @Reads(Place.FOLDER)
    @Option(names = "--model", required = true, paramLabel = "DIR", description = "The pretrained model.")
    private @Nullable Path model;

    @Reads(Place.TOKENIZER)
    @Option(names = "--tokenizer", required = true, paramLabel = "DIR", description = "The new tokenizer.")
    private @Nullable Path tokenizer;

    @Option(
            names = "--method",
            required = true,
            paramLabel = "METHOD",
            completionCandidates = Methods.class,
            description = "How rows are made: ${COMPLETION-CANDIDATES}.")
    private String method = "";

    @Reads(Place.FILE)
    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "The token mapping that trans-tokenization needs, as hydra map writes it.")
    private @Nullable Path mapping;

    @Within(least = Within.ANY, most = Within.ANY)
    @Option(names = "--seed", defaultValue = "0", description = "Seed of random rows (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--match-norms",
            description = "Stretches averaged rows to the mean length of the rows they are averages of.")
    private boolean matchNorms;

    @Within(least = 0, most = 1)
    @Option(
            names = "--spelling-share",
            defaultValue = "0",
            paramLabel = "X",
            description = "How much of a row comes of the old tokens that the token's text is cut into, 0 to 1 (${DEFAULT-VALUE});"
                    + " 0.5 begins best with hydra map --method improved.")
    private double spellingShare;

    @Within(least = Within.ABOVE_ZERO, most = 1)
    @Option(
            names = "--head-scale",
            defaultValue = "1",
            paramLabel = "X",
            description = "How far rows of a head of its own stay from the mean of the old ones, above 0, at most 1 (${DEFAULT-VALUE});"
                    + " 0.5 begins best with hydra map --method improved.")
    private double headScale;

    @Option(
            names = "--dtype",
            defaultValue = "float32",
            paramLabel = "TYPE",
            description = "Type of the new tables: float32, bfloat16 or float16 (${DEFAULT-VALUE}).")
    private String dtype = "";

    @Writes(Place.FOLDER)
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The new model's folder.")
    private @Nullable Path out;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        TransferMethod how = Arrays.stream(TransferMethod.values())
                .filter(each -> each.id().equals(method))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no method \"" + method + "\"; there are "
                        + String.join(", ", new Methods()) + "."));
        DType type = DType.ofConfigName(dtype)
                .orElseThrow(() -> new UsageException("\"" + dtype + "\" is no type; use float32, bfloat16 or float16."));
        if (how != TransferMethod.TRANS_TOKENIZATION && (spellingShare > 0 || headScale < 1)) {
            throw new UsageException("--spelling-share and --head-scale belong to --method " + TransferMethod.TRANS_TOKENIZATION.id() + ".");
        }
        TransferOptions options = new TransferOptions(seed, matchNorms, spellingShare, headScale, type);
        Path from = Objects.requireNonNull(model);
        Path vocabulary = Objects.requireNonNull(tokenizer);
        Transfer.init(
                from,
                vocabulary,
                how,
                mapping == null ? null : readMapping(mapping, from, vocabulary),
                options,
                Objects.requireNonNull(out),
                new ConsoleProgress(Objects.requireNonNull(spec).commandLine().getErr()));
        return 0;
    }

    private static TokenMapping readMapping(Path file, Path model, Path vocabulary) throws HydraException {
        try (Tokenizer source = PretrainedFolder.open(model).tokenizer();
                Tokenizer target = Tokenizer.load(vocabulary)) {
            return TokenMapping.read(file, source, target);
        }
    }
}
