/** A training run: binds the parts of an experiment and runs Algorithm 1 of the paper. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.0.0")
package org.physgrad.engine.training;
