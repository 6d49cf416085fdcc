/** One example out of a batch that trains, drawn by a generator, or answered by a finished run, as plain immutable Java. Needs no display. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.3.0")
package org.physgrad.engine.samples;
