package org.hydraworkbench.align;

import java.util.List;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.base.HydraException;

/**
 * Where the links of a bitext go, one pair after the other in the order of the text: a file, or
 * {@link org.hydraworkbench.align.links.Links} in memory.
 */
@FunctionalInterface
public interface LinkSink {

    /**
     * Takes the links of the next pair, none where a side is empty or too long.
     *
     * @param source forms of the source units
     * @param target forms of the target units
     */
    void accept(List<String> source, List<String> target, Alignment links) throws HydraException;
}
