/** Numerical building blocks that several bundles share: random streams, Fourier transforms, array checks, loops over a batch. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.4.0")
package org.physgrad.math;
