/** Weight optimizers: update rules that turn the gradients of a network's weights into steps. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.physgrad.optimizers;
