package org.hydraworkbench.train;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
     * What the kernel is given for one direction.
     *
     * @param parameters input table, head and the rest of the body, in the kernel's order
     * @param others further input tables
     * @param choice for each of both lists 1 when it is trained, else 0
     * @param names of those that are trained, in the order of their gradients
     */
    record Pass(List<Tensor> parameters, List<Tensor> others, long[] choice, List<String> names) {}

    TrainedParameters(Decoder body, TrainPlan plan, List<DirectionTables> directions) {
        List<Parameter> all = body.parameters();
        Set<String> names = new HashSet<>();
        for (DirectionTables tables : directions) {
            Pass pass = pass(all, body, plan, tables);
            passes.add(pass);
            names.addAll(pass.names);
        }
        for (Parameter parameter : all) {
            // A tied head comes a second time under the name of the input table: it is trained once.
            if (names.remove(parameter.name())) {
                trained.add(parameter);
            }
        }
    }

    private static Pass pass(List<Parameter> all, Decoder body, TrainPlan plan, DirectionTables tables) {
        List<Tensor> parameters = new ArrayList<>(List.of(tables.written().input(), tables.written().head()));
        all.stream().skip(parameters.size()).map(Parameter::tensor).forEach(parameters::add);
        List<Tensor> others = tables.read().stream().map(TokenTable::input).toList();
        long[] choice = new long[parameters.size() + others.size()];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < choice.length; i++) {
            Tensor tensor = i < parameters.size() ? parameters.get(i) : others.get(i - parameters.size());
            String name = all.get(i < parameters.size() ? i : 0).name(); // what is only read is an input table
            boolean own = !Parameter.isTable(name) || tensor == body.table().input() || tensor == body.table().head();
            // The kernel adds up both gradients of a tied table.
            if (own && !names.contains(name) && plan.trains(name, body.config().layers())) {
                choice[i] = 1;
                names.add(name);
            }
        }
        return new Pass(parameters, others, choice, names);
    }

    /** What takes part in each direction. */
    List<Pass> passes() {
        return passes;
    }

    /** Those that are trained, each once. */
    List<Parameter> trained() {
        return trained;
    }
}
