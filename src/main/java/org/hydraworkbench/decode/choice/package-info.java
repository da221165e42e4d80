/**
 * The choice among translations of one sentence: where candidates come from ({@link org.hydraworkbench.decode.choice.CandidateList}), what is
 * looked at ({@link org.hydraworkbench.decode.choice.Trait}), what that counts for ({@link org.hydraworkbench.decode.choice.Judge}), and how
 * it is learnt ({@link org.hydraworkbench.decode.choice.JudgeTuning}). Candidates come from phrases, from pairs that are like the sentence, and from a model.
 */
@NullMarked
package org.hydraworkbench.decode.choice;

import org.jspecify.annotations.NullMarked;
