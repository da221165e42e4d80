package org.hydraworkbench.app.shell;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * Something a person can do, as data: menus, tool bars, accelerators and the command palette are built from it.
 *
 * @param id unique and stable, for example {@code alignment.confirm}
 * @param textKey key of its name in {@link Texts}; a sentence for the tooltip may stand under {@code textKey + ".hint"}
 * @param named what fills the places of its name, if it has any
 * @param icon shown in tool bars; without one the action is in menus and the palette only
 * @param accelerator its keys, or none
 * @param command what happens, on the JavaFX thread
 * @param enabled whether it can be done now
 * @param elsewhere the workspace into which it leads first; none where it is done at once
 */
public record ActionSpec(
        String id,
        String textKey,
        List<String> named,
        @Nullable Ikon icon,
        @Nullable KeyCombination accelerator,
        Runnable command,
        ObservableBooleanValue enabled,
        @Nullable Step elsewhere) {

    public ActionSpec {
        named = List.copyOf(named);
    }

    /** An action that is always possible, without icon and keys. The text key is {@code action.} and the id. */
    public static ActionSpec of(String id, Runnable command) {
        return new ActionSpec(id, "action." + id, List.of(), null, null, command, Bindings.createBooleanBinding(() -> true), null);
    }

    public ActionSpec withIcon(Ikon value) {
        return new ActionSpec(id, textKey, named, value, accelerator, command, enabled, elsewhere);
    }

    /** @param keys in the form of {@link KeyCombination#valueOf}, for example {@code Shortcut+Shift+P} */
    public ActionSpec withKeys(String keys) {
        return new ActionSpec(id, textKey, named, icon, KeyCombination.valueOf(keys), command, enabled, elsewhere);
    }

    public ActionSpec withTextKey(String value, String... names) {
        return new ActionSpec(id, value, List.of(names), icon, accelerator, command, enabled, elsewhere);
    }

    public ActionSpec enabledWhen(ObservableBooleanValue value) {
        return new ActionSpec(id, textKey, named, icon, accelerator, command, value, elsewhere);
    }

    /** The same where another workspace is in view than the one whose action it is: it leads there, where it is done. */
    ActionSpec from(Step workspace, Navigator navigator) {
        return new ActionSpec(
                id, textKey, named, icon, null, () -> navigator.show(workspace, new Target.Action(id)), enabled, workspace);
    }

    /** The name a person reads. */
    public String text() {
        return named.isEmpty() ? Texts.get(textKey) : Texts.format(textKey, named.toArray());
    }

    /** Other words by which a person may look for it, with commas between; empty when there are none. */
    public String synonyms() {
        return Texts.has(textKey + ".synonyms") ? Texts.get(textKey + ".synonyms") : "";
    }

    /** The tooltip: the hint, or the name where there is no hint, and the keys. */
    public String tooltip() {
        String hint = Texts.has(textKey + ".hint") ? Texts.get(textKey + ".hint") : text();
        return accelerator == null ? hint : hint + "  (" + accelerator.getDisplayText() + ")";
    }

    /** Does it, if it can be done now. */
    public void run() {
        if (enabled.get()) {
            command.run();
        }
    }
}
