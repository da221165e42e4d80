package org.hydraworkbench.model;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;

/**
 * Prompts with answers that are read in one go: what begins alike is read once, and nothing is filled up to the longest. Each token is a
 * node that sees only those that lead to it (tree attention: Miao et al. 2024, SpecInfer).
 */
final class AnswerTree {

    private static final int NONE = -1;

    private final List<TokenTable> tables;
    private final Map<Node, Integer> numbers = new HashMap<>();

    /** No node stands before the one that it follows. */
    private final List<Node> nodes = new ArrayList<>();

    /** The nodes that others follow: only these are read. */
    private final BitSet read = new BitSet();

    /** The nodes whose token is to be predicted, each once. */
    private final IntArrayList asked = new IntArrayList();

    private final Map<Integer, Integer> places = new HashMap<>();

    /** A token and the number of the one before it, {@value #NONE} for a first. */
    private record Node(int before, int depth, int table, int id) {}

    /** Answers are read and predicted through {@code out}. */
    AnswerTree(TokenTable out) {
        this.tables = new ArrayList<>(List.of(out));
    }

    /** Takes an answer in: the places of its tokens among {@link #targets}. */
    IntList add(AnswerScorer.Answer answer) {
        int last = NONE;
        for (PromptPart part : answer.prompt()) {
            if (!tables.contains(part.table())) {
                tables.add(part.table());
            }
            for (int id : part.ids()) {
                last = after(last, tables.indexOf(part.table()), id);
            }
        }
        IntArrayList result = new IntArrayList();
        for (int id : answer.ids()) {
            last = after(last, 0, id);
            Integer place = places.putIfAbsent(last, asked.size());
            if (place == null) {
                result.add(asked.size());
                asked.add(last);
            } else {
                result.add((int) place);
            }
        }
        return result;
    }

    private int after(int before, int table, int id) {
        int depth = 0;
        if (before != NONE) {
            depth = nodes.get(before).depth + 1;
            read.set(before);
        }
        return numbers.computeIfAbsent(new Node(before, depth, table, id), node -> {
            nodes.add(node);
            return nodes.size() - 1;
        });
    }

    /** How many tokens are read. */
    int size() {
        return read.cardinality();
    }

    /** The tokens that are to be predicted. */
    long[] targets() {
        return asked.intStream().mapToLong(each -> nodes.get(each).id).toArray();
    }

    /** The states after the last layer in which each of {@link #targets} is to be predicted, [1, n, H]. */
    Tensor states(TensorScope scope, Decoder body, Progress progress) throws HydraException {
        int size = size();
        int[] ids = new int[tables.size() * size];
        Arrays.fill(ids, -1);
        int[] depths = new int[size];
        byte[] seen = new byte[size * size];
        int[] row = new int[nodes.size()];
        int at = 0;
        for (int number = read.nextSetBit(0); number >= 0; number = read.nextSetBit(number + 1)) {
            Node node = nodes.get(number);
            row[number] = at;
            ids[node.table * size + at] = node.id;
            depths[at] = node.depth;
            if (node.before != NONE) {
                System.arraycopy(seen, row[node.before] * size, seen, at * size, size);
            }
            seen[at * size + at] = 1;
            at++;
        }
        List<Tensor> inputs = tables.stream().map(TokenTable::input).toList();
        Tensor x = DecoderKernel.embedMixed(scope, inputs, scope.ids(ids, tables.size(), 1, size), body.shape());
        x = body.placed(scope, x, depths, 1);
        Tensor rope = body.rope(Arrays.stream(depths).max().orElse(0) + 1);
        Tensor turns = scope.ids(depths, size);
        for (int layer = 0; layer < body.config().layers(); layer++) {
            progress.checkCancelled();
            Tensor before = x;
            x = DecoderKernel.branches(scope, before, body.layers(layer, layer + 1), rope, layer, turns, seen, body.shape());
            before.close();
        }
        int[] wanted = asked.intStream().map(each -> row[nodes.get(each).before]).toArray();
        return DecoderKernel.pick(scope, x, scope.ids(wanted, wanted.length));
    }
}
