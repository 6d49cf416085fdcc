/** The heat problem: find the initial temperature of a diffused field (paper, section 3.3). */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.physgrad.problem.heat;
