package org.hydraworkbench.align.tables;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** One side of a bitext as unit numbers in flat arrays. */
public final class IndexedText {

    private final Vocabulary vocabulary;
    private final int[] units;
    private final int[] starts;

    private IndexedText(Vocabulary vocabulary, int[] units, int[] starts) {
        this.vocabulary = vocabulary;
        this.units = units;
        this.starts = starts;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Number of sentences. */
    public int size() {
        return starts.length - 1;
    }

    /** Number of units of a sentence. */
    public int length(int sentence) {
        return starts[sentence + 1] - starts[sentence];
    }

    /** The unit numbers of a sentence, a copy. */
    public int[] sentence(int sentence) {
        return Arrays.copyOfRange(units, starts[sentence], starts[sentence + 1]);
    }

    /** The unit forms of a sentence. */
    public List<String> forms(int sentence) {
        return Arrays.stream(units, starts[sentence], starts[sentence + 1]).mapToObj(vocabulary::form).toList();
    }

    /** How often each unit form occurs. */
    public int[] frequencies() {
        int[] counts = new int[vocabulary.size()];
        for (int unit : units) {
            counts[unit]++;
        }
        return counts;
    }

    /** The same text with the forms that {@code change} makes of the present ones; what becomes equal becomes one. */
    public IndexedText mapped(UnaryOperator<String> change) {
        Vocabulary forms = new Vocabulary();
        int[] now = new int[vocabulary.size()];
        for (int id = 0; id < now.length; id++) {
            now[id] = forms.add(change.apply(vocabulary.form(id)));
        }
        int[] changed = new int[units.length];
        for (int k = 0; k < units.length; k++) {
            changed[k] = now[units[k]];
        }
        return new IndexedText(forms, changed, starts);
    }

    /** All unit numbers, sentence after sentence; not to be changed. */
    public int[] units() {
        return units;
    }

    /** Where each sentence starts in {@link #units}, and at the end where the last one ends; not to be changed. */
    public int[] starts() {
        return starts;
    }

    /** Takes sentences one by one. */
    public static final class Builder {

        private final Vocabulary vocabulary;
        private final IntArrayList units = new IntArrayList();
        private final IntArrayList starts = IntArrayList.of(0);

        public Builder() {
            this(new Vocabulary());
        }

        /** Takes sentences of a language whose forms are numbered already, some of them; new ones get numbers there. */
        public Builder(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
        }

        public void add(List<String> unitForms) {
            for (String form : unitForms) {
                units.add(vocabulary.add(form));
            }
            starts.add(units.size());
        }

        public IndexedText build() {
            return new IndexedText(vocabulary, units.toIntArray(), starts.toIntArray());
        }
    }
}
