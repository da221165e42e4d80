package org.hydraworkbench.hydra;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.model.TokenTable;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.jspecify.annotations.Nullable;

/** A language of an open Hydra: its tokenizer, its tables, and the overlay that lies on them. The table may belong to the body. */
final class HydraHead implements AutoCloseable {

    /** A word to stand before others. */
    private static final String BEFORE = "a";

    private final LanguageTag language;
    private final Tokenizer tokenizer;
    private final TokenTable table;
    private final boolean ownsTable;
    private @Nullable BitSet joining;
    private RowOverlay overlay = RowOverlay.none();
    private float[] inputBelow = new float[0];
    private float[] headBelow = new float[0];

    HydraHead(LanguageTag language, Tokenizer tokenizer, TokenTable table, boolean ownsTable) {
        this.language = language;
        this.tokenizer = tokenizer;
        this.table = table;
        this.ownsTable = ownsTable;
    }

    LanguageTag language() {
        return language;
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    TokenTable table() {
        return table;
    }

    /**
     * The ways in which words are spelled inside a text: where it begins, with a capital too, and after another word.
     *
     * @throws InputException when the language's tokens cannot spell them
     */
    List<int[]> forms(String words) throws HydraException {
        int first = words.offsetByCodePoints(0, Math.min(1, words.length()));
        String capital = UCharacter.toTitleCase(Locale.ROOT, words.substring(0, first), null, 0) + words.substring(first);
        int[] before = tokenizer.encodeIds(BEFORE);
        int[] both = tokenizer.encodeIds(BEFORE + " " + words);
        List<int[]> forms = new ArrayList<>(List.of(tokenizer.encodeIds(words), tokenizer.encodeIds(capital)));
        if (Arrays.mismatch(before, both) == before.length) {
            forms.add(Arrays.copyOfRange(both, before.length, both.length));
        }
        OptionalInt unknown = tokenizer.special().unk();
        for (int[] form : forms) {
            table.requireRows(form, tokenizer);
            if (form.length == 0 || unknown.isPresent() && Arrays.stream(form).anyMatch(id -> id == unknown.getAsInt())) {
                throw new InputException("“" + words + "” cannot be written with the tokens of " + language + ".");
            }
        }
        return forms;
    }

    /** The tokens that go on with a word that they follow. */
    BitSet joining() throws HydraException {
        if (joining == null) {
            BitSet found = new BitSet();
            int[] before = tokenizer.encodeIds(BEFORE);
            int[] both = Arrays.copyOf(before, before.length + 1);
            for (int id = 0; id < table.size(); id++) {
                both[before.length] = id;
                String text = tokenizer.decode(both, true);
                found.set(id, text.length() > BEFORE.length() && Character.isLetterOrDigit(text.codePointAt(BEFORE.length())));
            }
            joining = found;
        }
        return joining;
    }

    /** Takes the overlay away that lies on the tables and puts another on. */
    void overlay(RowOverlay next) throws HydraException {
        int width = table.width();
        boolean headFits = table.tied() || next.headDeltas().length == next.ids().length * width;
        if (next.inputDeltas().length != next.ids().length * width || !headFits) {
            throw new IllegalArgumentException("an overlay of other than " + next.ids().length + " rows of " + width);
        }
        table.setRows(overlay.ids(), inputBelow, headBelow);
        overlay = next;
        inputBelow = table.inputRows(next.ids());
        headBelow = table.headRows(next.ids());
        float[] head = table.tied() ? headBelow : sum(headBelow, next.headDeltas());
        table.setRows(next.ids(), sum(inputBelow, next.inputDeltas()), head);
    }

    private static float[] sum(float[] a, float[] b) {
        float[] sum = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }

    @Override
    public void close() {
        tokenizer.close();
        if (ownsTable) {
            table.close();
        }
    }
}
