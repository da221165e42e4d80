package org.hydraworkbench.model.family;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.weights.TableNames;
import org.hydraworkbench.weights.TensorSource;

/**
 * What the files of a model call the tensors outside of its layers, and how the names of those in layers begin.
 *
 * @param body how all names but that of the head begin; models that were saved without a head leave it away
 * @param input of the input table, behind that
 * @param positions of the table of positions, where there is one
 * @param norm of the norm after the last layer, part by part
 * @param layers what stands before the number of a layer
 * @param head of the head, as a whole
 */
public record FileNames(String body, String input, String positions, List<String> norm, String layers, String head) {

    /** Those of Llama. */
    public static final FileNames LLAMA =
            new FileNames("model.", "embed_tokens.weight", "embed_positions.weight", List.of("norm.weight"), "layers.", TableNames.HEAD);

    public FileNames {
        norm = List.copyOf(norm);
    }

    /** The same as a model's files have them, whose head may be called as in most families. */
    public FileNames in(TensorSource model) {
        boolean bare = !model.has(body + norm.getFirst()) && model.has(norm.getFirst());
        boolean usual = !model.has(head) && model.has(TableNames.HEAD);
        return new FileNames(bare ? "" : body, input, positions, norm, layers, usual ? TableNames.HEAD : head);
    }

    /** The input table. */
    public String inputTable() {
        return body + input;
    }

    /** The head. */
    public String headTable() {
        return head;
    }

    /** Both tables. */
    public List<String> tables() {
        return List.of(inputTable(), headTable());
    }

    /** How the names of what is in a layer begin. */
    public String layer(int number) {
        return body + layers + number + ".";
    }

    /** The tensors outside of layers and tables. */
    public List<FileTensor> outer(Block block, Sizes sizes) {
        List<FileTensor> tensors = new ArrayList<>();
        long rows = block.shape(Weight.FINAL_NORM, sizes)[0] / norm.size();
        for (int i = 0; i < norm.size(); i++) {
            tensors.add(new FileTensor(body + norm.get(i), Weight.FINAL_NORM, i * rows));
        }
        if (block.outer().contains(Weight.POSITIONS)) {
            tensors.add(FileTensor.whole(body + positions, Weight.POSITIONS));
        }
        return tensors;
    }
}
