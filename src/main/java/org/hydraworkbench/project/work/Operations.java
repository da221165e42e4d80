package org.hydraworkbench.project.work;

import java.util.List;
import java.util.Optional;

/** The operations there are, in working order. A new one joins by one line. */
public final class Operations {

    public static final BaseModelOperation BASE_MODEL = new BaseModelOperation();
    public static final ImportTokenizerOperation IMPORT_TOKENIZER = new ImportTokenizerOperation();
    public static final TokenizerOperation TOKENIZER = new TokenizerOperation();
    public static final AlignOperation ALIGN = new AlignOperation();
    public static final MapOperation MAP = new MapOperation();
    public static final TransferOperation TRANSFER = new TransferOperation();
    public static final TrainOperation TRAIN_TEXT = TrainOperation.onText();
    public static final AssembleOperation ASSEMBLE = new AssembleOperation();
    public static final TrainOperation TRAIN = TrainOperation.onPairs();
    public static final TuneDecodingOperation TUNE_DECODING = new TuneDecodingOperation();
    public static final EvaluateOperation EVALUATE = new EvaluateOperation();

    private static final List<Operation<?>> ALL = List.of(
            BASE_MODEL, IMPORT_TOKENIZER, TOKENIZER, ALIGN, MAP, TRANSFER, TRAIN_TEXT, ASSEMBLE, TRAIN, TUNE_DECODING,
            EVALUATE);

    private Operations() {}

    /** All of them, each after those whose results it needs. */
    public static List<Operation<?>> all() {
        return ALL;
    }

    /** The operation with an id. */
    public static Optional<Operation<?>> find(String id) {
        return ALL.stream().filter(operation -> operation.id().equals(id)).findFirst();
    }
}
