package org.hydraworkbench.model;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.NumberType;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.model.runtime.TensorScope;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.weights.TensorSource;

/**
 * What a vocabulary is to a body: an input embedding table [V, H] and a language-modelling head [V, H], which may be one and
 * the same ("tied"). Files stay as they are, whatever becomes of the tensors.
 */
public final class TokenTable implements AutoCloseable {

    private final TensorScope scope;
    private Tensor input;
    private Tensor head;

    private TokenTable(TensorScope scope, Tensor input, Tensor head) {
        this.scope = scope;
        this.input = input;
        this.head = head;
    }

    /**
     * Reads a table of its own input and head.
     *
     * @param inputName name of the input table in {@code source}
     * @param headName name of the head; the same name makes the table tied
     * @param body what it is for
     * @throws InputException when a tensor is missing or has another shape
     */
    public static TokenTable load(TensorRuntime runtime, TensorSource source, String inputName, String headName, Decoder body)
            throws HydraException {
        return load(runtime, source, inputName, headName, body.config().hiddenSize(), body.arithmetic().copied());
    }

    /** The same for a body of width {@code width} that is kept in {@code arithmetic}; what stays in the file needs it open. */
    static TokenTable load(
            TensorRuntime runtime, TensorSource source, String inputName, String headName, int width, Arithmetic arithmetic)
            throws HydraException {
        TensorScope scope = runtime.root().child();
        try {
            WeightLoader loader = new WeightLoader(source, scope, arithmetic);
            long size = source.info(inputName).rows();
            Tensor input = loader.whole(inputName, size, width);
            return new TokenTable(scope, input, inputName.equals(headName) ? input : loader.whole(headName, size, width));
        } catch (HydraException | RuntimeException e) {
            scope.close();
            throw e;
        }
    }

    /** A fresh table of normal random numbers. */
    static TokenTable random(TensorRuntime runtime, DecoderConfig config, long seed) throws HydraException {
        TensorScope scope = runtime.root().child();
        Tensor input = scope.zeros(config.vocabularySize(), config.hiddenSize());
        DecoderKernel.normal(scope, input, config.initializerRange(), seed);
        if (config.tied()) {
            return new TokenTable(scope, input, input);
        }
        Tensor head = scope.zeros(config.vocabularySize(), config.hiddenSize());
        DecoderKernel.normal(scope, head, config.initializerRange(), seed + 1);
        return new TokenTable(scope, input, head);
    }

    /** Keeps both in float32 from now on, so that they can be trained. */
    void widen() throws HydraException {
        boolean tied = tied();
        input = widened(input);
        head = tied ? input : widened(head);
    }

    private Tensor widened(Tensor tensor) throws HydraException {
        return tensor.type() == NumberType.F32 ? own(tensor) : copied(tensor, NumberType.F32);
    }

    /** It, or a copy where its numbers are those of a file. */
    private Tensor own(Tensor tensor) throws HydraException {
        return tensor.isMapped() ? copied(tensor, tensor.type()) : tensor;
    }

    private Tensor copied(Tensor tensor, NumberType type) throws HydraException {
        Tensor copy = DecoderKernel.cast(scope, tensor, type);
        tensor.close();
        return copy;
    }

    /** Tokens it knows. */
    public int size() {
        return input.size(0);
    }

    /**
     * Refuses a text with a token that has no row.
     *
     * @param ids the tokens of the text
     * @param tokenizer gave them
     * @throws InputException naming the first such token
     */
    public void requireRows(int[] ids, Tokenizer tokenizer) throws InputException {
        for (int id : ids) {
            if (id >= size()) {
                throw new InputException("The token \"" + tokenizer.piece(id) + "\" of this text has the number " + id
                        + ", but the model's token table has only " + size() + " rows (0 to " + (size() - 1)
                        + "): the tokenizer has more tokens than the model was made for.");
            }
        }
    }

    /** Hidden width. */
    public int width() {
        return input.size(1);
    }

    /** Whether input table and head are one. */
    public boolean tied() {
        return input == head;
    }

    /** The input table [V, H]. */
    public Tensor input() {
        return input;
    }

    /** The head [V, H]; the input table when tied. */
    public Tensor head() {
        return head;
    }

    /** Copies rows of the input table: {@code ids.length × width()} numbers. */
    public float[] inputRows(int... ids) throws HydraException {
        return rows(input, ids);
    }

    /** Copies rows of the head. */
    public float[] headRows(int... ids) throws HydraException {
        return rows(head, ids);
    }

    /**
     * Replaces rows, effective with the next token.
     *
     * @param ids which rows, without repetition
     * @param inputRows the new rows of the input table, one after another
     * @param headRows the new rows of the head; with a tied table they are the same rows and this is not looked at
     */
    public void setRows(int[] ids, float[] inputRows, float[] headRows) throws HydraException {
        if (ids.length == 0) {
            return;
        }
        boolean tied = tied();
        input = own(input);
        head = tied ? input : own(head);
        try (TensorScope step = scope.child()) {
            Tensor which = step.ids(ids, ids.length);
            DecoderKernel.setRows(step, input, which, step.floats(inputRows, ids.length, width()));
            if (!tied()) {
                DecoderKernel.setRows(step, head, which, step.floats(headRows, ids.length, width()));
            }
        }
    }

    /** Writes input table and head in float32 into one safetensors file, under the given names. */
    public void save(Path file, String inputName, String headName) throws HydraException {
        if (tied()) {
            WeightExporter.tensors(file, List.of(inputName), List.of(input), scope);
        } else {
            WeightExporter.tensors(file, List.of(inputName, headName), List.of(input, head), scope);
        }
    }

    private float[] rows(Tensor table, int[] ids) throws HydraException {
        if (ids.length == 0) {
            return new float[0];
        }
        try (TensorScope step = scope.child()) {
            return DecoderKernel.rows(step, table, step.ids(ids, ids.length)).floats();
        }
    }

    @Override
    public void close() {
        scope.close();
    }
}
