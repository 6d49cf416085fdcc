/** Checks that anyone can run on parts of their own: the contract of each kind as clauses that hold or not, gradients against finite differences. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.physgrad.check;
