/**
 * Training: batches out of text or bitext, plans of what is trained, learning rates, AdamW, a mean of the weights, what is held out and
 * when it gets no better by that, checkpoints of what is trained, which a run goes on from exactly where it was, and the process that the window trains in, which gets its request as JSON.
 *
 * <p>A run can also be written as a folder for other machines, with several GPUs: {@link org.hydraworkbench.train.Recipe}.
 *
 * <p>A Hugging Face folder or a Hydra comes in, the same kind of folder goes out, with a line of metrics for each step.
 */
@NullMarked
package org.hydraworkbench.train;

import org.jspecify.annotations.NullMarked;
