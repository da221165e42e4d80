package org.hydraworkbench.app.parts;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TextInputControl;
import org.hydraworkbench.app.shell.ProjectContext;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.writing.Directed;
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

    /** At which side texts in the language of a side begin: where those that run this way do. */
    Direction beginning(Side side) {
        return direction(side, "");
    }

    /** Lets a field run the way of what is typed into it in the language of a side. */
    public void direct(TextInputControl field, Side side) {
        Directed.byText(field, text -> direction(side, text));
        of(side).subscribe(name -> Directed.set(field, direction(side, field.getText())));
    }

    /** Lets the head of a column stand where texts in the language of a side begin. */
    void begin(TableColumnBase<?, ?> column, Side side) {
        of(side).subscribe(name -> {
            column.getStyleClass().remove(FROM_RIGHT);
            if (beginning(side) == Direction.RIGHT_TO_LEFT) {
                column.getStyleClass().add(FROM_RIGHT);
            }
        });
    }
}
