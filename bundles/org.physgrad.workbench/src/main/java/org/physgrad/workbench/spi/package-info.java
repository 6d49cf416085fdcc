/**
 * How anybody adds to the window: views and actions, as OSGi services. The window's own parts use nothing else.
 *
 * <p>All methods of these contracts are called on the event thread, and those of {@link org.physgrad.workbench.spi.Workbench} are to be called there, where
 * nothing else is said.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.physgrad.workbench.spi;
