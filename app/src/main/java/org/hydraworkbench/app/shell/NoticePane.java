package org.hydraworkbench.app.shell;

import java.util.ArrayDeque;
import java.util.Queue;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.action.Action;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** Shows messages above the workspaces, one at a time; messages of success go by themselves. */
final class NoticePane extends NotificationPane implements Notices {

    private static final Duration SHOWN = Duration.seconds(7);

    private record Notice(String text, @Nullable ActionSpec action, boolean isProblem) {}

    private final ShellViewModel model;
    private final Queue<Notice> waiting = new ArrayDeque<>();
    private final PauseTransition pause = new PauseTransition(SHOWN);
    private boolean busy;

    NoticePane(Node content, ShellViewModel model) {
        super(content);
        this.model = model;
        setShowFromTop(true);
        pause.setOnFinished(event -> hide());
        setOnHidden(event -> {
            busy = false;
            next();
        });
    }

    @Override
    public void status(String text) {
        model.setMessage(text);
    }

    @Override
    public void info(String text, @Nullable ActionSpec action) {
        add(new Notice(text, action, false));
    }

    @Override
    public void problem(String text, @Nullable ActionSpec action) {
        add(new Notice(text, action, true));
    }

    private void add(Notice notice) {
        model.setMessage(notice.text());
        waiting.add(notice);
        next();
    }

    private void next() {
        if (busy) {
            return;
        }
        Notice notice = waiting.poll();
        if (notice == null) {
            return;
        }
        busy = true;
        FontIcon icon = new FontIcon(notice.isProblem() ? MaterialDesignA.ALERT_CIRCLE_OUTLINE : MaterialDesignI.INFORMATION_OUTLINE);
        icon.getStyleClass().add(notice.isProblem() ? "notice-problem" : "notice-info");
        getActions().clear();
        ActionSpec action = notice.action();
        if (action != null) {
            getActions().add(new Action(action.text(), event -> {
                hide();
                action.run();
            }));
        }
        show(notice.text(), icon);
        if (notice.isProblem()) {
            pause.stop();
        } else {
            pause.playFromStart();
        }
    }
}
