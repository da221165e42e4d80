package org.hydraworkbench.app.translate;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The settings of the answers, each on its own. */
public final class DecodingForm {

    private static final Decoding DEFAULTS = Decoding.defaults();

    private final ObjectProperty<Decoding.Mode> mode = new SimpleObjectProperty<>(DEFAULTS.mode());
    private final ObjectProperty<Integer> beams = new SimpleObjectProperty<>(DEFAULTS.beams());
    private final ObjectProperty<Double> temperature = new SimpleObjectProperty<>(DEFAULTS.temperature());
    private final ObjectProperty<Integer> topK = new SimpleObjectProperty<>(DEFAULTS.topK());
    private final ObjectProperty<Double> topP = new SimpleObjectProperty<>(DEFAULTS.topP());
    private final ObjectProperty<Integer> maxTokens = new SimpleObjectProperty<>(DEFAULTS.maxTokens());

    public ObjectProperty<Decoding.Mode> modeProperty() {
        return mode;
    }

    public ObjectProperty<Integer> beamsProperty() {
        return beams;
    }

    public ObjectProperty<Double> temperatureProperty() {
        return temperature;
    }

    public ObjectProperty<Integer> topKProperty() {
        return topK;
    }

    public ObjectProperty<Double> topPProperty() {
        return topP;
    }

    public ObjectProperty<Integer> maxTokensProperty() {
        return maxTokens;
    }

    Decoding decoding() {
        return new Decoding(mode.get(), beams.get(), temperature.get(), topK.get(), topP.get(), maxTokens.get());
    }
}
