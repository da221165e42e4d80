package org.hydraworkbench.project.links;

import java.util.List;
import org.hydraworkbench.hydra.RowOverlay;

/**
 * What edits changed, after the mapping saved last.
 *
 * @param editRevision the state of the edits that it shows
 * @param changes the target tokens that changed with this very edit, those that moved farthest first
 * @param overlay what all edits together add to the current Hydra's tables of the target language
 */
public record EffectOfEdit(long editRevision, List<RowChange> changes, RowOverlay overlay) {

    /** Before the first edit was asked about. */
    static final EffectOfEdit NONE = new EffectOfEdit(-1, List.of(), RowOverlay.none());

    public EffectOfEdit {
        changes = List.copyOf(changes);
    }
}
