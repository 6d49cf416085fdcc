/** The training schemes of the paper: they differ in nothing but the gradient that they hand to the network. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.physgrad.engine.scheme;
