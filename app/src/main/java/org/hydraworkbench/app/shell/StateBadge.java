package org.hydraworkbench.app.shell;

import java.util.List;
import java.util.Locale;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** A small mark for a {@link WorkspaceState}; shape and colour both tell the state. */
public final class StateBadge extends StackPane {

    private final FontIcon icon = new FontIcon();

    public StateBadge() {
        getStyleClass().add("state-badge");
        getChildren().add(icon);
    }

    public void show(WorkspaceState state) {
        icon.setIconCode(ikon(state.kind()));
        List<String> classes = getStyleClass();
        classes.removeIf(one -> one.startsWith("state-is-"));
        classes.add("state-is-" + id(state));
    }

    /** The name of the state, for a person. */
    public static String name(WorkspaceState state) {
        return Texts.get("state." + id(state));
    }

    private static String id(WorkspaceState state) {
        return state.kind().name().toLowerCase(Locale.ROOT);
    }

    private static Ikon ikon(WorkspaceState.Kind kind) {
        return switch (kind) {
            case EMPTY -> MaterialDesignC.CIRCLE_OUTLINE;
            case READY -> MaterialDesignP.PLAY_CIRCLE_OUTLINE;
            case RUNNING -> MaterialDesignD.DOTS_HORIZONTAL_CIRCLE_OUTLINE;
            case DONE -> MaterialDesignC.CHECK_CIRCLE;
            case STALE -> MaterialDesignA.ALERT_CIRCLE;
        };
    }
}
