/** The commands that run many experiments at once. */
package org.physgrad.cli.sweep;
