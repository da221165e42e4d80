/**
 * The evaluate workspace: figures of every measured model beside the baselines, as a table and as bars, the sentences that
 * went worst, and a report in one file. Measuring is a job of the project; its results are artefacts there.
 */
@NullMarked
package org.hydraworkbench.app.evaluate;

import org.jspecify.annotations.NullMarked;
