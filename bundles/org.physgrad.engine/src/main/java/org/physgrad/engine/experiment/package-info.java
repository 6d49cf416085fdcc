/** Experiment files: read, validated as a whole, resolved with every default. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.5.0")
package org.physgrad.engine.experiment;
