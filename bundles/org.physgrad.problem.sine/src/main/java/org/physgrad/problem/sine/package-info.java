/** The single-parameter problem: find a minimum of sin(a / x) (paper, section 3.1). */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.physgrad.problem.sine;
