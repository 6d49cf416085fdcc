/** Tests for authors of executors that compile graphs, and the networks and comparisons they are made of. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.physgrad.executor.testkit;
