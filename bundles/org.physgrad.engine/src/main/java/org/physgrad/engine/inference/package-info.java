/** What a trained network is for: causes of observations that it has not seen, and how well they explain them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.4.0")
package org.physgrad.engine.inference;
