package org.hydraworkbench.app.mapping;

import java.util.Objects;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.text.Direction;

/** The source tokens of a target token as bars, a line each: the weight now, below it the weight before. */
public final class MixtureBars extends GridPane {

    private static final int MOST = 8;

    private final int most;
    private final Function<String, Direction> direction;

    /** @param direction which way a token runs */
    public MixtureBars(Function<String, Direction> direction) {
        this(MOST, direction);
    }

    /**
     * @param most how many source tokens to show
     * @param direction which way a token runs
     */
    public MixtureBars(int most, Function<String, Direction> direction) {
        this.most = most;
        this.direction = direction;
        getStyleClass().add("mixture-bars");
        setHgap(8);
        setVgap(4);
        ColumnConstraints tokens = new ColumnConstraints();
        tokens.setHalignment(HPos.RIGHT);
        tokens.setPercentWidth(32);
        ColumnConstraints bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        ColumnConstraints values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        values.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().setAll(tokens, bars, values);
    }

    /** Shows one mixture. */
    public void show(Mixture mixture) {
        show(mixture, mixture, false);
    }

    /** Shows what a mixture was and is. */
    public void showChange(Mixture before, Mixture after) {
        show(before, after, true);
    }

    private void show(Mixture before, Mixture after, boolean change) {
        getChildren().clear();
        int row = 0;
        for (MixtureChange.Line line : MixtureChange.lines(before, after, most)) {
            if (line.isSlight() && row > 0) {
                break;
            }
            Label token = new Label();
            token.getStyleClass().add("mixture-token");
            Directed.write(token, line.token(), direction.apply(line.token()));
            Label value = new Label(
                    change && line.moved()
                            ? "%.2f → %.2f".formatted(line.before(), line.after())
                            : "%.2f".formatted(line.after()));
            value.getStyleClass().addAll("mixture-value", line.moved() ? "moved" : "same");
            value.setMinWidth(USE_PREF_SIZE);
            WeightBar bar = new WeightBar(change ? line.before() : 0, line.after());
            bar.setAccessibleText(line.token() + " " + value.getText());
            addRow(row++, token, bar, value);
        }
        int rest = Math.max(before.shares().size(), after.shares().size()) - row;
        if (rest > 0) {
            Label more = new Label(Texts.format("mapping.more", rest));
            more.getStyleClass().add("mixture-value");
            add(more, 1, row, 2, 1);
        }
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(MixtureBars.class.getResource("mixture.css")).toExternalForm();
    }
}
