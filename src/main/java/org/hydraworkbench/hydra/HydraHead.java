package org.hydraworkbench.hydra;

import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.model.TokenTable;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.Tokenizer;

/** A language of an open Hydra: its tokenizer, its tables, and the overlay that lies on them. The table may belong to the body. */
final class HydraHead implements AutoCloseable {

    private final LanguageTag language;
    private final Tokenizer tokenizer;
    private final TokenTable table;
    private final boolean ownsTable;
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
