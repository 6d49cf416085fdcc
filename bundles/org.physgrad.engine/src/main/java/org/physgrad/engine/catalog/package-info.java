/** The parts that are installed: their types, their parameters, and instances of them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.physgrad.engine.catalog;
