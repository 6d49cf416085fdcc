/** Runs networks with DL4J's own layers: the reference that faster executors are compared with, and the one that can run every configuration. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.physgrad.executor.dl4j;
