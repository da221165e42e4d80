package org.hydraworkbench.decode;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.decode.choice.Expectation;
import org.hydraworkbench.decode.choice.Isotonic;
import org.hydraworkbench.decode.choice.Judge;
import org.hydraworkbench.decode.choice.Trait;

/** A judge as it stands in a file of what translations are chosen by. */
final class JudgeJson {

    private static final String TRAITS = "traits";
    private static final String MEAN = "mean";
    private static final String DEVIATION = "deviation";
    private static final String WEIGHT = "weight";
    private static final String EXPECTED = "expected";
    private static final String LEAST = "met-least";
    private static final String MOST = "met-most";
    private static final String CONSTANT = "expected-constant";
    private static final String PROBABILITY = "expected-probability";
    private static final String FROM = "honest-from";
    private static final String TO = "honest-to";

    private JudgeJson() {}

    static JsonObject of(Judge judge) {
        Expectation expectation = judge.expectation();
        JsonObject traits = new JsonObject();
        for (Trait trait : Trait.values()) {
            int k = trait.ordinal();
            JsonObject numbers = new JsonObject();
            numbers.addProperty(MEAN, judge.means()[k]);
            numbers.addProperty(DEVIATION, judge.deviations()[k]);
            numbers.addProperty(WEIGHT, judge.weights()[k]);
            numbers.addProperty(EXPECTED, expectation.weights().get(k));
            if (!expectation.met().isEmpty()) {
                numbers.addProperty(LEAST, expectation.met().get(k).low());
                numbers.addProperty(MOST, expectation.met().get(k).high());
            }
            traits.add(Decoding.name(trait), numbers);
        }
        JsonObject json = new JsonObject();
        json.add(TRAITS, traits);
        json.addProperty(CONSTANT, expectation.constant());
        json.addProperty(PROBABILITY, expectation.probability());
        json.add(FROM, array(expectation.honest().from()));
        json.add(TO, array(expectation.honest().to()));
        return json;
    }

    private static JsonArray array(List<Double> numbers) {
        JsonArray array = new JsonArray();
        numbers.forEach(array::add);
        return array;
    }

    static Judge read(JsonFields json) throws InputException {
        int count = Trait.values().length;
        double[] means = new double[count];
        double[] deviations = new double[count];
        double[] weights = new double[count];
        List<Double> expected = new ArrayList<>();
        List<Expectation.Range> met = new ArrayList<>();
        JsonFields traits = json.object(TRAITS);
        for (Trait trait : Trait.values()) {
            JsonFields numbers = traits.object(Decoding.name(trait));
            int k = trait.ordinal();
            means[k] = numbers.requiredNumber(MEAN);
            deviations[k] = numbers.requiredNumber(DEVIATION);
            if (deviations[k] <= 0) {
                throw new InputException(TRAITS + "." + Decoding.name(trait) + "." + DEVIATION + ": a number above 0 is needed.");
            }
            weights[k] = numbers.requiredNumber(WEIGHT);
            expected.add(numbers.requiredNumber(EXPECTED));
            if (numbers.has(LEAST)) {
                met.add(new Expectation.Range(numbers.requiredNumber(LEAST), numbers.requiredNumber(MOST)));
            }
            numbers.end();
        }
        traits.end();
        if (!met.isEmpty() && met.size() != count) {
            throw new InputException(TRAITS + ": " + LEAST + " and " + MOST + " are needed for all of them or for none.");
        }
        double constant = json.requiredNumber(CONSTANT);
        double probability = json.requiredNumber(PROBABILITY);
        List<Double> from = json.numbers(FROM);
        List<Double> to = json.numbers(TO);
        json.end();
        return new Judge(means, deviations, weights, new Expectation(constant, expected, probability, curve(from, to), met));
    }

    private static Isotonic curve(List<Double> from, List<Double> to) throws InputException {
        try {
            return new Isotonic(from, to);
        } catch (IllegalArgumentException e) {
            throw new InputException(FROM + ", " + TO + ": two lists of the same length are needed, the first rising, the second not falling.", e);
        }
    }
}
