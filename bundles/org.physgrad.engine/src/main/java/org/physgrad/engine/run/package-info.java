/** The folder of a run: what it was, what it measured, its checkpoints. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.0.0")
package org.physgrad.engine.run;
