package org.hydraworkbench.train;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.Parameter;
import org.hydraworkbench.model.TokenTable;
import org.hydraworkbench.model.runtime.Tensor;

/**
 * The parameters that a plan trains, and what takes part in each direction. Of the tables only the body's own are trained: those of
 * other languages stay what they are, in whatever direction they are gone through.
 */
final class TrainedParameters {

    private final List<Pass> passes = new ArrayList<>();
    private final List<Parameter> trained = new ArrayList<>();

    /**
     * What takes part in one direction.
     *
     * @param inputs input tables, first that of the language that is written
     * @param head through which it is written; a tied one has the name of its input table
     * @param outer the weights that belong to no layer, first the final norm
     * @param layers the weights of all layers, in the kernel's order
     */
    record Pass(List<Weight> inputs, Weight head, List<Weight> outer, List<Weight> layers) {

        Weight norm() {
            return outer.getFirst();
        }

        private Stream<Weight> all() {
            return Stream.of(inputs, List.of(head), outer, layers).flatMap(List::stream);
        }
    }

    /**
     * One tensor of a pass.
     *
     * @param parameter its numbers, under the name of the body's parameter that takes this place
     * @param trained whether its gradient is wanted
     */
    record Weight(Parameter parameter, boolean trained) {

        Tensor tensor() {
            return parameter.tensor();
        }
    }

    /** @param plan says by the name of a parameter whether it is trained */
    TrainedParameters(Decoder body, Predicate<String> plan, List<DirectionTables> directions) {
        Set<String> names = new HashSet<>();
        for (DirectionTables tables : directions) {
            Pass pass = pass(body, plan, tables);
            passes.add(pass);
            pass.all().filter(Weight::trained).forEach(weight -> names.add(weight.parameter.name()));
        }
        for (Parameter parameter : body.parameters()) {
            // A tied head comes a second time under the name of the input table: it is trained once.
            if (names.remove(parameter.name())) {
                trained.add(parameter);
            }
        }
    }

    private static Pass pass(Decoder body, Predicate<String> plan, DirectionTables tables) {
        List<Parameter> all = body.parameters();
        List<Weight> inputs = new ArrayList<>();
        inputs.add(table(all.get(Decoder.INPUT), tables.written().input(), body.table().input(), plan));
        for (TokenTable read : tables.read()) {
            inputs.add(table(all.get(Decoder.INPUT), read.input(), body.table().input(), plan));
        }
        Weight head = table(all.get(Decoder.HEAD), tables.written().head(), body.table().head(), plan);
        List<Weight> rest = all.stream()
                .skip(Decoder.NORM)
                .map(parameter -> new Weight(parameter, plan.test(parameter.name())))
                .toList();
        int outer = body.config().block().outer().size();
        return new Pass(inputs, head, rest.subList(0, outer), rest.subList(outer, rest.size()));
    }

    /** A table in the place of one of the body's, which alone is trained. */
    private static Weight table(Parameter place, Tensor tensor, Tensor own, Predicate<String> plan) {
        return new Weight(new Parameter(place.name(), tensor), tensor == own && plan.test(place.name()));
    }

    /** What takes part in each direction. */
    List<Pass> passes() {
        return passes;
    }

    /** Those that are trained, each once. */
    List<Parameter> trained() {
        return trained;
    }

    /** The same by their names. */
    Map<String, Tensor> byName() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        trained.forEach(parameter -> tensors.put(parameter.name(), parameter.tensor()));
        return tensors;
    }
}
