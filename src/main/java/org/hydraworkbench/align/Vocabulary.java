package org.hydraworkbench.align;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The unit forms of one side, numbered from 0 in the order of their first appearance. */
public final class Vocabulary {

    /** What {@link #id} answers for a form that never occurred. */
    public static final int ABSENT = -1;

    private final List<String> forms = new ArrayList<>();
    private final Object2IntOpenHashMap<String> ids = new Object2IntOpenHashMap<>();

    Vocabulary() {
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

    int add(String form) {
        int id = ids.putIfAbsent(form, forms.size());
        if (id != ABSENT) {
            return id;
        }
        forms.add(form);
        return forms.size() - 1;
    }
}
