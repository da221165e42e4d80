package org.hydraworkbench.app.mapping;

import org.hydraworkbench.mapping.MappingRow;
import org.hydraworkbench.mapping.Origin;

/**
 * A target token with its row, as the table shows it.
 *
 * @param id of the target token
 * @param token what a person reads
 * @param row what it is mixed from
 */
public record TokenLine(int id, String token, MappingRow row) {

    public double entropy() {
        return row.entropy();
    }

    public double evidence() {
        return row.evidence();
    }

    public Origin origin() {
        return row.origin();
    }
}
