package org.hydraworkbench.app.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The command palette: all actions, narrowed by what is typed. */
public final class PaletteViewModel {

    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<ActionSpec> shown = FXCollections.observableArrayList();
    private List<ActionSpec> all = List.of();

    public PaletteViewModel() {
        query.subscribe(text -> filter());
    }

    /** Starts anew with these actions. */
    public void open(List<ActionSpec> actions) {
        all = List.copyOf(actions);
        query.set("");
        filter();
    }

    /** Adds actions that are found after those that were there before, where they fit as well. */
    public void add(List<ActionSpec> more) {
        all = Stream.concat(all.stream(), more.stream()).toList();
        filter();
    }

    public StringProperty queryProperty() {
        return query;
    }

    /** The actions that fit, the best first; those that cannot be done now come last. */
    public ObservableList<ActionSpec> shown() {
        return shown;
    }

    private void filter() {
        String wanted = query.get().strip().toLowerCase(Locale.getDefault());
        record Scored(ActionSpec action, int score) {}
        Stream<Scored> scored = all.stream()
                .map(action -> new Scored(action, score(action, wanted)))
                .filter(one -> one.score() < Integer.MAX_VALUE)
                .sorted(Comparator.comparing((Scored one) -> !one.action().enabled().get())
                        .thenComparing(Scored::score));
        shown.setAll(scored.map(Scored::action).toList());
    }

    /** The name counts most; after it the synonyms that have a word like this. */
    private static int score(ActionSpec action, String wanted) {
        int byName = score(action.text().toLowerCase(Locale.getDefault()), wanted);
        boolean synonym = !wanted.isEmpty()
                && byName > 1
                && (" " + action.synonyms().toLowerCase(Locale.getDefault())).contains(" " + wanted);
        return synonym ? 1 : byName;
    }

    /** How badly {@code name} fits: 0 starts with it, 1 a word starts with it, 2 contains it, more for scattered letters. */
    static int score(String name, String wanted) {
        int at = name.indexOf(wanted);
        if (at == 0) {
            return 0;
        }
        if (at > 0) {
            return name.charAt(at - 1) == ' ' ? 1 : 2;
        }
        int from = -1;
        int gaps = 3;
        for (int i = 0; i < wanted.length(); i++) {
            int next = name.indexOf(wanted.charAt(i), from + 1);
            if (next < 0) {
                return Integer.MAX_VALUE;
            }
            gaps += next - from - 1;
            from = next;
        }
        return gaps;
    }
}
