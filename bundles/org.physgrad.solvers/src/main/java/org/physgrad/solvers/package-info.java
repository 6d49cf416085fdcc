/** Inverse solvers for any problem: they need the simulator's derivatives, not its inverse (paper, section 2). */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.physgrad.solvers;
