package org.hydraworkbench.project.links;

import org.hydraworkbench.mapping.MappingRow;

/**
 * What an edit did to one target token.
 *
 * @param target id of the token
 * @param before what it was mixed from
 * @param after what it is mixed from now
 * @param distance how far its initial input vector moved, Euclidean; NaN while there is no base model
 * @param cosine cosine between the initial input vector before and after, −1 to 1; NaN while there is no base model
 */
public record RowChange(int target, MappingRow before, MappingRow after, double distance, double cosine) {}
