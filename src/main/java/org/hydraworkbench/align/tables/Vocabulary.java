package org.hydraworkbench.align.tables;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hydraworkbench.base.BinaryInput;
import org.hydraworkbench.base.BinaryOutput;
import org.hydraworkbench.base.HydraException;

/** The unit forms of one side, numbered from 0 in the order of their first appearance. */
public final class Vocabulary {

    /** What {@link #id} answers for a form that never occurred. */
    public static final int ABSENT = -1;

    private final List<String> forms = new ArrayList<>();
    private final Object2IntOpenHashMap<String> ids = new Object2IntOpenHashMap<>();

    public Vocabulary() {
        ids.defaultReturnValue(ABSENT);
    }

    /** Number of forms. */
    public int size() {
        return forms.size();
    }

    public String form(int id) {
        return forms.get(id);
    }

    /** All forms, by number. */
    public List<String> forms() {
        return Collections.unmodifiableList(forms);
    }

    /** The number of {@code form}, or {@link #ABSENT}. */
    public int id(String form) {
        return ids.getInt(form);
    }

    /** The numbers of a sentence's units, {@link #ABSENT} for unknown ones. */
    public int[] ids(List<String> unitForms) {
        return unitForms.stream().mapToInt(this::id).toArray();
    }

    /** The number of {@code form}, a new one where it had none. */
    public int add(String form) {
        int id = ids.putIfAbsent(form, forms.size());
        if (id != ABSENT) {
            return id;
        }
        forms.add(form);
        return forms.size() - 1;
    }

    /** Writes the forms by number. */
    public void write(BinaryOutput out) throws IOException {
        out.putInt(size());
        for (String form : forms) {
            out.putString(form);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static Vocabulary read(BinaryInput in) throws IOException, HydraException {
        int n = in.length(Integer.BYTES);
        Vocabulary vocabulary = new Vocabulary();
        for (int id = 0; id < n; id++) {
            if (vocabulary.add(in.getString()) != id) {
                throw in.damaged("holds a unit twice");
            }
        }
        return vocabulary;
    }
}
