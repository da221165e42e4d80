/**
 * Links between the units of a pair: what they are, how many pairs' links are kept and stored, how the links of two directions become
 * one set, and the measures that compare links with links drawn by people.
 *
 * <p>Links come from models, from files and from people; nothing here knows where. Everything else about alignment is built on this.
 */
@NullMarked
package org.hydraworkbench.align.links;

import org.jspecify.annotations.NullMarked;
