/** Checks that anyone can run on parts of their own: gradients against finite differences, inverse solvers against their contract. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.physgrad.engine.check;
