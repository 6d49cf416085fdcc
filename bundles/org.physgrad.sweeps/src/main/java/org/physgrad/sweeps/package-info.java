/** Many runs from one file: the product of lists and ranges over an experiment's settings and seeds. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package org.physgrad.sweeps;
