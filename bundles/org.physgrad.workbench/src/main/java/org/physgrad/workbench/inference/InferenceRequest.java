package org.physgrad.workbench.inference;

import java.util.Optional;
import org.physgrad.engine.inference.InferenceFiles;
import org.physgrad.engine.inference.Refinement;

/**
 * What people want answered.
 *
 * @param files observations and answers
 * @param refinement what improves the answers
 */
record InferenceRequest(InferenceFiles files, Optional<Refinement> refinement) {}
