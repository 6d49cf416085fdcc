/**
 * Starts the product: an OSGi framework with the bundles of its features, and in it the application that does the work.
 *
 * <p>The application is a service of type {@link java.util.function.ToIntFunction} with the property {@code
 * org.physgrad.application}. It gets the command line and returns the exit code of the process.
 */
package org.physgrad.launcher;
