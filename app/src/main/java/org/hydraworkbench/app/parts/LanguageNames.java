package org.hydraworkbench.app.parts;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.hydraworkbench.app.shell.ProjectContext;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.text.Side;

/** What the two languages of the open project are called; it follows when they are corrected. Belongs to the JavaFX thread. */
public final class LanguageNames {

    private final ProjectContext project;
    private final Map<Side, ReadOnlyStringWrapper> names = new EnumMap<>(Side.class);

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
        names.forEach((side, name) -> name.set(now == null
                ? Texts.get(side == Side.SOURCE ? "language.source" : "language.target")
                : now.info().language(side).displayName()));
    }

    /** The name of the language of a side, {@code Kabyle} for instance. */
    public ReadOnlyStringProperty of(Side side) {
        return Objects.requireNonNull(names.get(side)).getReadOnlyProperty();
    }
}
