/** Walks a DL4J graph for executors that compile it into a plan of their own, and checks what a plan can take. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.physgrad.executor.graph;
