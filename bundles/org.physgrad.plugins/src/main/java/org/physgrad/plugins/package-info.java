/** Installs, updates and removes plug-ins while the program runs. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.0.0")
package org.physgrad.plugins;
