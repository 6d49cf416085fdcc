/** The commands of {@code physgrad}, run without a window. */
package org.physgrad.cli;
