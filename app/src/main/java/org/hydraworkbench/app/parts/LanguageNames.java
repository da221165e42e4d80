package org.hydraworkbench.app.parts;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumnBase;
import org.hydraworkbench.app.shell.ProjectContext;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.text.Direction;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;

/**
 * What the two languages of the open project are called, and which way texts in them run; it follows when they are corrected. Belongs to
 * the JavaFX thread.
 */
public final class LanguageNames {

    private static final String FROM_RIGHT = "from-right";

    private final ProjectContext project;
    private final Map<Side, ReadOnlyStringWrapper> names = new EnumMap<>(Side.class);
    private final Map<Side, LanguageTag> tags = new EnumMap<>(Side.class);

    public LanguageNames(ProjectContext project) {
        this.project = project;
        for (Side side : Side.values()) {
            names.put(side, new ReadOnlyStringWrapper(""));
        }
        project.projectProperty().subscribe(now -> read());
        project.addListener(change -> {
            if (change.kind() == ProjectChange.Kind.INFO) {
                read();
            }
        });
    }

    private void read() {
        Project now = project.projectProperty().get();
        tags.clear();
        if (now != null) {
            for (Side side : Side.values()) {
                tags.put(side, now.info().language(side));
            }
        }
        names.forEach((side, name) -> name.set(now == null
                ? Texts.get(side == Side.SOURCE ? "language.source" : "language.target")
                : now.info().language(side).displayName()));
    }

    /** The name of the language of a side, {@code Kabyle} for instance. */
    public ReadOnlyStringProperty of(Side side) {
        return Objects.requireNonNull(names.get(side)).getReadOnlyProperty();
    }

    /** Which way a text in the language of a side runs. */
    public Direction direction(Side side, String text) {
        return Optional.ofNullable(tags.get(side)).map(tag -> tag.direction(text)).orElseGet(() -> Direction.of(text));
    }

    /** Lets a column be called by the language of a side, where its texts begin. */
    void head(TableColumnBase<?, ?> column, Side side) {
        column.textProperty().bind(of(side));
        begin(column, side);
    }

    /** Lets the head of a column stand where texts in the language of a side begin. */
    public void begin(TableColumnBase<?, ?> column, Side side) {
        of(side).subscribe(name -> {
            column.getStyleClass().remove(FROM_RIGHT);
            if (direction(side, "") == Direction.RIGHT_TO_LEFT) {
                column.getStyleClass().add(FROM_RIGHT);
            }
        });
    }
}
