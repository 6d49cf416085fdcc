/** The folder of a run: what it was, what it measured, its checkpoints. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.3.0")
package org.physgrad.engine.run;
