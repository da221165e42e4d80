package org.hydraworkbench.app.mapping;

import org.hydraworkbench.mapping.MappingRow;
import org.hydraworkbench.mapping.Origin;

/**
 * A target token with its row, as the table shows it.
 *
 * @param id of the target token
 * @param token what a person reads
 * @param note what has to be said beside that; empty for most
 * @param row what it is mixed from
 */
public record TokenLine(int id, String token, String note, MappingRow row) {

    public double entropy() {
        return row.entropy();
    }

    /** What was counted for it in links; 0 for a row that is put together from other rows. */
    public double evidence() {
        return row.origin() == Origin.COMPLETED ? 0 : row.evidence();
    }

    public Origin origin() {
        return row.origin();
    }
}
