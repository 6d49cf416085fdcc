/** The commands that manage plug-ins. */
package org.physgrad.cli.plugins;
