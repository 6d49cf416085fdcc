/** A training run: binds the parts of an experiment and runs Algorithm 1 of the paper. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.3.0")
package org.physgrad.engine.training;
