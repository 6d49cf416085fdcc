/** Writes the Maven projects of new plug-ins. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.physgrad.plugins.authoring;
