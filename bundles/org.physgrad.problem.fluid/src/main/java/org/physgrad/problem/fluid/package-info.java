/** The fluid problem (paper, section 3.4): simulator with its adjoint, generator, loss and the reverse-simulation estimator. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.physgrad.problem.fluid;
