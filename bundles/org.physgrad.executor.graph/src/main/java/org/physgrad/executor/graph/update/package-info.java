/** How gradients change the flat parameters: Adam in one pass, everything else by DL4J. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.physgrad.executor.graph.update;
