/**
 * The foundation every other room stands on: the errors a person sees, the contract of long-running work with its
 * progress and cancellation, hashes, folders, files that are either whole or absent, the names of what is in the making, and things that several users share.
 *
 * <p>Nothing here knows of languages, models or windows. Data comes from callers and goes back to them.
 */
@NullMarked
package org.hydraworkbench.base;

import org.jspecify.annotations.NullMarked;
