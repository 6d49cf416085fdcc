/** The Poisson problem: find the source of an observed potential (paper, section 3.2). */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.0.0")
package org.physgrad.problem.poisson;
