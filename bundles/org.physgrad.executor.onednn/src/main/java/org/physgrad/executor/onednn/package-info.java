/** Trains networks through oneDNN: a DL4J graph becomes one plan of primitives on buffers that are allocated once. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.physgrad.executor.onednn;
